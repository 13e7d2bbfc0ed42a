/*
 * NevaReader.exe and neva-reader.exe: start the reader in this very process.
 *
 * The Python that lies beside this program is loaded and told to run neva_start.py. STYLE is
 * "desktop" in the program without a console, "console" in the other.
 */
#include <windows.h>

#include <stdlib.h>
#include <wchar.h>

/* Arguments arrive as they were given: no `*` is looked up among the files. */
int _dowildcard = 0;

typedef int (*python_main)(int, wchar_t **);

static int broken(const wchar_t *missing)
{
    static wchar_t text[40000];
    _snwprintf(text, sizeof text / sizeof *text - 1,
               L"โปรแกรมติดตั้งไว้ไม่ครบ ขาดไฟล์ “%ls” โปรดติดตั้งใหม่\n\n"
               L"The program is not completely installed: “%ls” is missing. Please install it again.\n",
               missing, missing);
#ifdef CONSOLE
    DWORD written;
    HANDLE error = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(error, text, (DWORD)wcslen(text), &written, NULL)) {
        static char bytes[120000];
        int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        if (length > 1)
            WriteFile(error, bytes, (DWORD)length - 1, &written, NULL);
    }
#else
    MessageBoxW(NULL, text, L"Neva Reader (เนวา)", MB_OK | MB_ICONERROR);
#endif
    return 2;
}

int wmain(int argc, wchar_t **argv)
{
    static wchar_t folder[32768], library[32800], program[32800];
    DWORD length = GetModuleFileNameW(NULL, folder, sizeof folder / sizeof *folder);
    wchar_t *end = wcsrchr(folder, L'\\');
    if (!length || !end)
        return broken(L"NevaReader.exe");
    *end = L'\0';
    wcscat(wcscpy(library, folder), L"\\python\\" PYTHON_DLL);
    wcscat(wcscpy(program, folder), L"\\python\\pythonw.exe");

    /* Never a library from the folder where a text was opened. */
    SetDllDirectoryW(L"");
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    python_main run = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!run)
        return broken(library);

    wchar_t **arguments = calloc((size_t)argc + 4, sizeof *arguments);
    if (!arguments)
        return 2;
    int count = 0;
    arguments[count++] = program;
    arguments[count++] = L"-m";
    arguments[count++] = L"neva_start";
    arguments[count++] = STYLE;
    for (int i = 1; i < argc; i++)
        arguments[count++] = argv[i];
    return run(count, arguments);
}
