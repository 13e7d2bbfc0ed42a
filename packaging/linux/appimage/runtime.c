/*
 * The head of the AppImage: an AppImage of type 2 is this program with a squashfs image behind it.
 *
 * It mounts the image with FUSE and runs its AppRun; the image is unmounted once AppRun and all it
 * started have ended. Where FUSE cannot be had it unpacks the image into a temporary folder first.
 *
 *   --appimage-offset            prints where the image begins
 *   --appimage-extract           unpacks it into ./squashfs-root
 *   --appimage-extract-and-run   unpacks, runs, removes (also with APPIMAGE_EXTRACT_AND_RUN=1)
 *   --appimage-mount             mounts, prints where, and stays
 *
 * Linked to Debian's squashfuse (BSD 2-clause), libfuse (LGPL 2.1) and zstd (BSD 3-clause).
 */
#define _GNU_SOURCE
#include <squashfuse/ll.h>
#include <squashfuse/squashfuse.h>

#include <elf.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char self[PATH_MAX];

/*
 * Our images are packed with zstd. squashfuse asks for the other ways of packing by these names; with
 * them go their libraries, one of which (lzo) is under the GPL.
 */
int uncompress(void) { return -1; }
int lzma_stream_buffer_decode(void) { return -1; }
int LZ4_decompress_safe(void) { return -1; }
int lzo1x_decompress_safe(void) { return -1; }

/* The image follows the last thing an ELF file holds, its table of sections. */
static size_t image_offset(void)
{
    Elf64_Ehdr head;
    int fd = open(self, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || read(fd, &head, sizeof head) != sizeof head)
        err(1, "%s", self);
    close(fd);
    return head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
}

/* Makes a folder of our own; mkdtemp gives it to nobody else. */
static char *new_folder(void)
{
    const char *tmp = getenv("TMPDIR");
    char *folder;
    if (asprintf(&folder, "%s/.mount_neva-XXXXXX", tmp && *tmp ? tmp : "/tmp") < 0)
        err(1, "memory");
    if (!mkdtemp(folder))
        err(1, "%s", folder);
    return folder;
}

static void run_apprun(const char *folder, char **arguments)
{
    char *program;
    if (asprintf(&program, "%s/AppRun", folder) < 0)
        err(1, "memory");
    setenv("APPIMAGE", self, 1);
    setenv("APPDIR", folder, 1);
    arguments[0] = program;
    execv(program, arguments);
    err(1, "%s", program);
}

/* --- unpacking --- */

static void unpack_file(sqfs *fs, sqfs_inode *inode, const char *path)
{
    char buffer[1 << 16];
    sqfs_off_t at = 0, size = inode->xtra.reg.file_size;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, inode->base.mode & 0777);
    if (fd < 0)
        err(1, "%s", path);
    while (at < size) {
        sqfs_off_t got = sizeof buffer;
        if (sqfs_read_range(fs, inode, at, &got, buffer) || got <= 0)
            errx(1, "%s: cannot be read from the image", path);
        if (write(fd, buffer, got) != got)
            err(1, "%s", path);
        at += got;
    }
    if (close(fd))
        err(1, "%s", path);
}

static void unpack(const char *folder, size_t offset)
{
    sqfs fs;
    sqfs_traverse walk;
    sqfs_err fault = SQFS_OK;
    if (sqfs_open_image(&fs, self, offset))
        exit(1);
    if (sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs)))
        errx(1, "the image is damaged");
    while (sqfs_traverse_next(&walk, &fault)) {
        char path[PATH_MAX], link[PATH_MAX];
        size_t size = sizeof link;
        sqfs_inode inode;
        if (walk.dir_end)
            continue;
        if ((size_t)snprintf(path, sizeof path, "%s/%s", folder, walk.path) >= sizeof path ||
            sqfs_inode_get(&fs, &inode, sqfs_dentry_inode(&walk.entry)))
            errx(1, "the image is damaged");
        if (S_ISDIR(inode.base.mode)) {
            if (mkdir(path, 0755))
                err(1, "%s", path);
        } else if (S_ISREG(inode.base.mode)) {
            unpack_file(&fs, &inode, path);
        } else if (S_ISLNK(inode.base.mode)) {
            if (sqfs_readlink(&fs, &inode, link, &size) || symlink(link, path))
                err(1, "%s", path);
        }
    }
    if (fault)
        errx(1, "the image is damaged");
    sqfs_traverse_close(&walk);
    sqfs_destroy(&fs);
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
    (void)about, (void)kind, (void)where;
    return remove(path);
}

static int unpack_and_run(size_t offset, char **arguments)
{
    int status = 1;
    char *folder = new_folder();
    unpack(folder, offset);
    pid_t child = fork();
    if (child < 0)
        err(1, "fork");
    if (child == 0)
        run_apprun(folder, arguments);
    /* Ctrl-C is for the program; we are still to clean up after it. */
    signal(SIGINT, SIG_IGN);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* --- mounting --- */

static struct fuse_session *session;

/* Once the other end of the pipe is closed by the last process that had it, nobody uses the image. */
static void *unmount_at_end(void *read_end)
{
    char nothing;
    while (read((int)(intptr_t)read_end, &nothing, 1) < 0 && errno == EINTR)
        ;
    fuse_session_exit(session);
    fuse_session_unmount(session); /* wakes the loop */
    return NULL;
}

/* Serves the image at ``folder`` until ``alive`` ends; tells ``ready`` once it is there. */
static void serve(const char *folder, size_t offset, int ready, int alive)
{
    struct fuse_lowlevel_ops operations = {
        .getattr = sqfs_ll_op_getattr,
        .opendir = sqfs_ll_op_opendir,
        .releasedir = sqfs_ll_op_releasedir,
        .readdir = sqfs_ll_op_readdir,
        .lookup = sqfs_ll_op_lookup,
        .open = sqfs_ll_op_open,
        .create = sqfs_ll_op_create,
        .release = sqfs_ll_op_release,
        .read = sqfs_ll_op_read,
        .readlink = sqfs_ll_op_readlink,
        .listxattr = sqfs_ll_op_listxattr,
        .getxattr = sqfs_ll_op_getxattr,
        .forget = sqfs_ll_op_forget,
    };
    char *words[] = {"neva-reader", "-o", "ro,nodev,nosuid,fsname=neva-reader,subtype=squashfuse"};
    struct fuse_args arguments = FUSE_ARGS_INIT(3, words);
    sqfs_ll_chan channel;
    pthread_t waiter;

    sqfs_ll *image = sqfs_ll_open(self, offset);
    if (!image ||
        sqfs_ll_mount(&channel, folder, &arguments, &operations, sizeof operations, image))
        exit(1);
    session = channel.session;
    if (write(ready, "y", 1) != 1)
        exit(1);
    close(ready);
    if (pthread_create(&waiter, NULL, unmount_at_end, (void *)(intptr_t)alive))
        exit(1);
    fuse_session_loop(session);
    /* The loop ends before the other thread has the image unmounted. */
    pthread_join(waiter, NULL);
    rmdir(folder);
    exit(0);
}

/* Whether the image could be mounted at ``folder``. */
static int mount_image(const char *folder, size_t offset)
{
    int ready[2], alive[2];
    char answer;
    if (pipe(ready) || pipe(alive))
        err(1, "pipe");
    pid_t child = fork();
    if (child < 0)
        err(1, "fork");
    if (child == 0) {
        close(ready[0]);
        close(alive[1]);
        /* Out of the program's group: Ctrl-C must not take its files away. */
        setsid();
        int nowhere = open("/dev/null", O_RDWR);
        dup2(nowhere, 0);
        dup2(nowhere, 1);
        dup2(nowhere, 2);
        serve(folder, offset, ready[1], alive[0]);
    }
    close(ready[1]);
    close(alive[0]);
    /* alive[1] stays open, here and in whatever is started from here. */
    int is_mounted = read(ready[0], &answer, 1) == 1;
    close(ready[0]);
    if (!is_mounted)
        waitpid(child, NULL, 0);
    return is_mounted;
}

int main(int count, char **arguments)
{
    const char *option = count > 1 ? arguments[1] : "";
    const char *unpack_first = getenv("APPIMAGE_EXTRACT_AND_RUN");
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length < 0)
        err(1, "/proc/self/exe");
    size_t offset = image_offset();

    if (!strcmp(option, "--appimage-offset")) {
        printf("%zu\n", offset);
        return 0;
    }
    if (!strcmp(option, "--appimage-extract")) {
        if (mkdir("squashfs-root", 0755))
            err(1, "squashfs-root");
        unpack("squashfs-root", offset);
        return 0;
    }
    if (!strcmp(option, "--appimage-extract-and-run")) {
        arguments[1] = arguments[0];
        return unpack_and_run(offset, arguments + 1);
    }
    if (unpack_first && *unpack_first && strcmp(unpack_first, "0"))
        return unpack_and_run(offset, arguments);

    char *folder = new_folder();
    if (!mount_image(folder, offset)) {
        rmdir(folder);
        return unpack_and_run(offset, arguments);
    }
    if (!strcmp(option, "--appimage-mount")) {
        puts(folder);
        fflush(stdout);
        pause();
    }
    run_apprun(folder, arguments);
}
