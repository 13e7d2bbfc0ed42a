; The installer. build.sh gives VERSION, NUMBERS (four), KILOBYTES, WORK (icon, lists), TARGET, and
; QUICK for one that need not be small.
;
; Setup.exe [/S] [/ALLUSERS] [/PRESET=FILE] [/D=FOLDER]
;   /S            asks nothing, shows nothing
;   /ALLUSERS     for everyone on the computer; needs an administrator
;   /PRESET=FILE  a desk.sqlite: the settings a reader begins with who has none yet
;   /D=FOLDER     another folder; comes last, without quotes
; uninstall.exe [/S]    silent, it leaves what the reader has written
;
; Exit status: 0 done, 1 given up by the user, 2 not possible; 3 the program is running.
Target amd64-unicode
Unicode true
!ifdef QUICK
SetCompressor zlib
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!endif
ManifestDPIAware true
RequestExecutionLevel user
Name "Neva Reader (เนวา)" "Neva Reader (เนวา)"
Caption "$(CAPTION)"
UninstallCaption "$(UNINSTALL_CAPTION)"
BrandingText "Neva Reader ${VERSION}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Neva Reader"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Neva Reader"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define CLASSES "Software\Classes"
!define SHORTCUT "Neva Reader (เนวา).lnk"

Var Preset
Var IsUpgrade

!define MUI_ICON "${WORK}\neva-reader.ico"
!define MUI_UNICON "${WORK}\neva-reader.ico"
!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${WORK}\side.bmp"

!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\Neva Reader"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Installer Language"

!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "$(DIRECTORY_TITLE)"
!define MUI_PAGE_HEADER_SUBTEXT " "
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(DIRECTORY)"
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "$(FOLDER)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(FINISH_TITLE)"
!define MUI_FINISHPAGE_TEXT "$(FINISH)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\NevaReader.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(RUN)"
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(DESKTOP)"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION DesktopShortcut
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_TEXT "$(UNINSTALL_TITLE)"
!define MUI_PAGE_HEADER_SUBTEXT " "
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(UNINSTALL_TEXT)"
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "$(FOLDER)"
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "$(UNINSTALL_TITLE)"
!define MUI_PAGE_HEADER_SUBTEXT " "
!insertmacro MUI_UNPAGE_INSTFILES
UninstallButtonText "$(UNINSTALL_BUTTON)"

!insertmacro MUI_LANGUAGE "Thai" ; where the system's language is neither
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

; text NAME THAI ENGLISH
!macro text NAME THAI ENGLISH
    LangString ${NAME} ${LANG_THAI} "${THAI}"
    LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!insertmacro text CAPTION "ติดตั้ง Neva Reader (เนวา)" "Neva Reader (เนวา) Setup"
!insertmacro text UNINSTALL_CAPTION "ถอนการติดตั้ง Neva Reader (เนวา)" "Uninstall Neva Reader (เนวา)"
!insertmacro text WELCOME_TITLE "ติดตั้งโปรแกรมเนวา" "Installing Neva Reader"
!insertmacro text WELCOME \
    "เนวาเป็นโปรแกรมอ่านบทความสารานุกรมภาษาไทย ทำงานในเครื่องโดยไม่ใช้อินเทอร์เน็ต$\r$\n$\r$\nการติดตั้งใช้เวลาไม่ถึงหนึ่งนาที ไม่ต้องใช้สิทธิ์ผู้ดูแลเครื่อง หากมีรุ่นเดิมอยู่แล้วจะติดตั้งทับให้ การตั้งค่าและบันทึกของคุณคงอยู่ครบ$\r$\n$\r$\nกด ต่อไป เพื่อเริ่ม" \
    "Neva is a reader for Thai encyclopedic texts. It works on this computer alone and never uses the internet.$\r$\n$\r$\nInstalling takes less than a minute and needs no administrator. An older version is replaced; your settings and notes stay.$\r$\n$\r$\nPress Next to begin."
!insertmacro text DIRECTORY \
    "โปรแกรมจะติดตั้งในโฟลเดอร์ข้างล่างนี้ หากไม่แน่ใจ ไม่ต้องแก้ไข กด ติดตั้ง ได้ทันที" \
    "The program goes into the folder below. If in doubt leave it as it is and press Install."
!insertmacro text DIRECTORY_TITLE "เลือกที่ติดตั้ง" "Where to install"
!insertmacro text FOLDER "โฟลเดอร์" "Folder"
!insertmacro text UNINSTALL_TITLE "ถอนโปรแกรมเนวา" "Uninstalling Neva Reader"
!insertmacro text UNINSTALL_TEXT \
    "โปรแกรมเนวาจะถูกถอนออกจากเครื่องนี้ ก่อนเสร็จ จะถามว่าให้ลบบันทึกของคุณด้วยหรือไม่" \
    "Neva Reader will be removed from this computer. You will be asked whether your notes are to go too."
!insertmacro text UNINSTALL_BUTTON "ถอนโปรแกรม" "Uninstall"
!insertmacro text FINISH_TITLE "ติดตั้งเสร็จแล้ว" "Neva Reader is installed"
!insertmacro text FINISH \
    "เปิดโปรแกรมได้จากเมนูเริ่ม (Start) ในชื่อ Neva Reader (เนวา)" \
    "You find it in the Start menu as Neva Reader (เนวา)."
!insertmacro text RUN "เปิดโปรแกรมเดี๋ยวนี้" "Open it now"
!insertmacro text DESKTOP "วางทางลัดไว้บนเดสก์ท็อป" "Put a shortcut on the desktop"
!insertmacro text RUNNING \
    "โปรแกรมเนวากำลังเปิดอยู่ โปรดปิดหน้าต่างของโปรแกรมก่อน แล้วกด ลองใหม่ (Retry)" \
    "Neva Reader is running. Close its window, then press Retry."
!insertmacro text NEEDS_ADMIN \
    "การติดตั้งให้ผู้ใช้ทุกคน (/ALLUSERS) ต้องใช้สิทธิ์ผู้ดูแลเครื่อง โปรดเปิดตัวติดตั้งด้วยคำสั่ง Run as administrator" \
    "Installing for everyone (/ALLUSERS) needs an administrator: start Setup with “Run as administrator”."
!insertmacro text NEEDS_WINDOWS_10 \
    "โปรแกรมเนวาต้องใช้ Windows 10 รุ่น 1809 ขึ้นไป หรือ Windows 11" \
    "Neva Reader needs Windows 10, version 1809 or later, or Windows 11."
!insertmacro text NO_PRESET "ไม่พบไฟล์การตั้งค่า “$Preset”" "There is no file “$Preset” with settings."
!insertmacro text OLD_STAYS \
    "นำรุ่นเดิมออกไม่ได้ โปรดถอนการติดตั้งรุ่นเดิมก่อน แล้วติดตั้งใหม่" \
    "The older version could not be removed. Uninstall it first, then install again."
!insertmacro text NOT_WRITTEN \
    "เขียนไฟล์ลงในโฟลเดอร์ “$INSTDIR” ได้ไม่ครบ โปรดดูว่ามีที่ว่างพอ แล้วติดตั้งใหม่" \
    "Not all files could be written to “$INSTDIR”. See that there is room, then install again."
!insertmacro text REMOVE_NOTES \
    "จะลบการตั้งค่า ที่คั่น และบันทึกของคุณด้วยหรือไม่$\r$\n$\r$\nกด ไม่ (No) เพื่อเก็บไว้ใช้เมื่อติดตั้งโปรแกรมอีกครั้ง$\r$\n$APPDATA\Neva Reader" \
    "Remove your settings, bookmarks and notes as well?$\r$\n$\r$\nPress No to keep them for the next time you install the program.$\r$\n$APPDATA\Neva Reader"
!insertmacro text OPEN_TEXT "เปิดด้วยโปรแกรมเนวา" "Read with Neva"
!insertmacro text KIND_OF_FILE "บทความสำหรับโปรแกรมเนวา" "Text for Neva Reader"

VIProductVersion "${NUMBERS}"
!macro version LANGUAGE
    VIAddVersionKey /LANG=${LANGUAGE} ProductName "Neva Reader (เนวา)"
    VIAddVersionKey /LANG=${LANGUAGE} ProductVersion "${VERSION}"
    VIAddVersionKey /LANG=${LANGUAGE} FileVersion "${VERSION}"
    VIAddVersionKey /LANG=${LANGUAGE} FileDescription "Neva Reader Setup"
    VIAddVersionKey /LANG=${LANGUAGE} CompanyName "Neva Reader"
    VIAddVersionKey /LANG=${LANGUAGE} LegalCopyright "Apache License 2.0"
!macroend
!insertmacro version ${LANG_ENGLISH}
!insertmacro version ${LANG_THAI}

; A program that runs cannot be written to; neither can a library in use.
!macro closed_functions UN
Function ${UN}IsInUse ; file on the stack -> 1 or 0 on the stack
    Exch $0
    ${If} ${FileExists} "$0"
        ClearErrors
        FileOpen $0 "$0" a
        ${If} ${Errors}
            StrCpy $0 1
        ${Else}
            FileClose $0
            StrCpy $0 0
        ${EndIf}
    ${Else}
        StrCpy $0 0
    ${EndIf}
    Exch $0
FunctionEnd

Function ${UN}WaitUntilClosed
    again:
    Push "$INSTDIR\NevaReader.exe"
    Call ${UN}IsInUse
    Pop $0
    Push "$INSTDIR\neva-reader.exe"
    Call ${UN}IsInUse
    Pop $1
    ${If} $0 == 1
    ${OrIf} $1 == 1
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
        SetErrorLevel 3
        Quit
    ${EndIf}
FunctionEnd
!macroend
!insertmacro closed_functions ""
!insertmacro closed_functions "un."

!macro refuse TEXT
    MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
    SetErrorLevel 2
    Quit
!macroend

!macro offer SUFFIX
    WriteRegStr SHCTX "${CLASSES}\${SUFFIX}\OpenWithProgids" "NevaReader.Text" ""
    WriteRegStr SHCTX "${CLASSES}\Applications\NevaReader.exe\SupportedTypes" "${SUFFIX}" ""
!macroend
!macro withdraw SUFFIX
    DeleteRegValue SHCTX "${CLASSES}\${SUFFIX}\OpenWithProgids" "NevaReader.Text"
    DeleteRegKey /ifempty SHCTX "${CLASSES}\${SUFFIX}\OpenWithProgids"
    DeleteRegKey /ifempty SHCTX "${CLASSES}\${SUFFIX}"
!macroend
!macro for_other_texts DO
    !insertmacro ${DO} ".txt"
    !insertmacro ${DO} ".md"
    !insertmacro ${DO} ".epub"
    !insertmacro ${DO} ".docx"
!macroend

Function .onInit
    SetRegView 64
    ${IfNot} ${AtLeastWin10}
        !insertmacro refuse "$(NEEDS_WINDOWS_10)"
    ${EndIf}
    ${GetParameters} $R0

    StrCpy $R1 "" ; the folder asked for
    ${If} $INSTDIR != "$LOCALAPPDATA\Programs\Neva Reader"
        StrCpy $R1 $INSTDIR
    ${EndIf}
    StrCpy $R2 $INSTDIR ; where it goes by itself
    ClearErrors
    ${GetOptions} $R0 "/ALLUSERS" $R3
    ${IfNot} ${Errors}
        UserInfo::GetAccountType
        Pop $0
        ${If} $0 != "Admin"
            !insertmacro refuse "$(NEEDS_ADMIN)"
        ${EndIf}
        SetShellVarContext all
        StrCpy $R2 "$PROGRAMFILES64\Neva Reader"
    ${EndIf}
    ReadRegStr $R4 SHCTX "${UNINSTALL}" "InstallLocation"
    ${If} $R1 != ""
        StrCpy $INSTDIR $R1
    ${ElseIf} $R4 != ""
        StrCpy $INSTDIR $R4
    ${Else}
        StrCpy $INSTDIR $R2
    ${EndIf}

    ClearErrors
    ${GetOptions} $R0 "/PRESET=" $Preset
    ${If} ${Errors}
        StrCpy $Preset ""
    ${ElseIfNot} ${FileExists} "$Preset"
        !insertmacro refuse "$(NO_PRESET)"
    ${EndIf}

    !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section
    Call WaitUntilClosed
    SetOverwrite on

    ; The version that is there takes away what it brought, and nothing else.
    ${If} ${FileExists} "$INSTDIR\uninstall.exe"
        InitPluginsDir
        CopyFiles /SILENT "$INSTDIR\uninstall.exe" "$PLUGINSDIR\uninstall-older.exe"
        ClearErrors
        ExecWait '"$PLUGINSDIR\uninstall-older.exe" /S /UPGRADE _?=$INSTDIR' $0
        ${If} ${Errors}
        ${OrIf} $0 != 0
            !insertmacro refuse "$(OLD_STAYS)"
        ${EndIf}
    ${EndIf}

    ClearErrors
    !include "${WORK}\install.nsh"
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    ${If} $Preset != ""
        CreateDirectory "$INSTDIR\preset"
        CopyFiles /SILENT "$Preset" "$INSTDIR\preset\desk.sqlite"
    ${EndIf}
    ${If} ${Errors}
        !insertmacro refuse "$(NOT_WRITTEN)"
    ${EndIf}

    CreateShortcut "$SMPROGRAMS\${SHORTCUT}" "$INSTDIR\NevaReader.exe"

    WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "Neva Reader (เนวา)"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\NevaReader.exe"
    WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "Neva Reader"
    WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1

    ; .neva is opened with the reader; for the others it is one of those offered in «open with».
    WriteRegStr SHCTX "${CLASSES}\NevaReader.Text" "" "$(KIND_OF_FILE)"
    WriteRegStr SHCTX "${CLASSES}\NevaReader.Text\DefaultIcon" "" "$INSTDIR\NevaReader.exe,0"
    WriteRegStr SHCTX "${CLASSES}\NevaReader.Text\shell\open" "" "$(OPEN_TEXT)"
    WriteRegStr SHCTX "${CLASSES}\NevaReader.Text\shell\open\command" "" '"$INSTDIR\NevaReader.exe" "%1"'
    WriteRegStr SHCTX "${CLASSES}\.neva" "" "NevaReader.Text"
    WriteRegStr SHCTX "${CLASSES}\.neva" "Content Type" "application/x-neva"
    WriteRegStr SHCTX "${CLASSES}\.neva\OpenWithProgids" "NevaReader.Text" ""
    !insertmacro for_other_texts offer
    WriteRegStr SHCTX "${CLASSES}\Applications\NevaReader.exe" "FriendlyAppName" "Neva Reader (เนวา)"
    WriteRegStr SHCTX "${CLASSES}\Applications\NevaReader.exe\SupportedTypes" ".neva" ""
    WriteRegStr SHCTX "${CLASSES}\Applications\NevaReader.exe\shell\open\command" "" '"$INSTDIR\NevaReader.exe" "%1"'

    ; So that Win+R and `start` know the names.
    WriteRegStr SHCTX "${APP_PATHS}\NevaReader.exe" "" "$INSTDIR\NevaReader.exe"
    WriteRegStr SHCTX "${APP_PATHS}\neva-reader.exe" "" "$INSTDIR\neva-reader.exe"
    Call TellShell
SectionEnd

!macro tell_shell UN
Function ${UN}TellShell ; SHCNE_ASSOCCHANGED
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
FunctionEnd
!macroend
!insertmacro tell_shell ""
!insertmacro tell_shell "un."

Function DesktopShortcut
    CreateShortcut "$DESKTOP\${SHORTCUT}" "$INSTDIR\NevaReader.exe"
FunctionEnd

Function un.onInit
    SetRegView 64
    SetShellVarContext all
    ReadRegStr $0 SHCTX "${UNINSTALL}" "InstallLocation"
    ${If} $0 != $INSTDIR
        SetShellVarContext current
    ${EndIf}
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/UPGRADE" $R1
    ${If} ${Errors}
        StrCpy $IsUpgrade 0
    ${Else}
        StrCpy $IsUpgrade 1
    ${EndIf}
    !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section Uninstall
    Call un.WaitUntilClosed
    SetOutPath "$TEMP" ; a folder that is current cannot be removed
    !include "${WORK}\uninstall.nsh"
    ${If} $IsUpgrade == 1
        ${If} ${FileExists} "$INSTDIR\NevaReader.exe"
            SetErrorLevel 2
        ${EndIf}
        Return
    ${EndIf}

    Delete "$INSTDIR\preset\desk.sqlite"
    RMDir "$INSTDIR\preset"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${SHORTCUT}"
    Delete "$DESKTOP\${SHORTCUT}"
    DeleteRegKey SHCTX "${UNINSTALL}"
    DeleteRegKey SHCTX "${CLASSES}\NevaReader.Text"
    DeleteRegKey SHCTX "${CLASSES}\Applications\NevaReader.exe"
    !insertmacro for_other_texts withdraw
    ReadRegStr $0 SHCTX "${CLASSES}\.neva" ""
    ${If} $0 == "NevaReader.Text"
        DeleteRegKey SHCTX "${CLASSES}\.neva"
    ${EndIf}
    DeleteRegKey SHCTX "${APP_PATHS}\NevaReader.exe"
    DeleteRegKey SHCTX "${APP_PATHS}\neva-reader.exe"
    DeleteRegKey HKCU "Software\Neva Reader"
    Call un.TellShell

    SetDetailsPrint none ; the reader need not see that folder named
    SetShellVarContext current
    RMDir "$LOCALAPPDATA\Programs" ; if nothing else is in it
    ${If} ${FileExists} "$APPDATA\Neva Reader\*.*"
        MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(REMOVE_NOTES)" /SD IDNO IDNO keep
        RMDir /r "$APPDATA\Neva Reader"
        keep:
    ${EndIf}
SectionEnd
