; The installer for Windows, for one person: no administrator, start menu, "Open with", uninstall.
;   iscc /DVersion=0.1.0 /DSource=build\package\dist\desktop-slm /DOutput=dist packaging\windows\desktop-slm.iss
; Silent: Desktop_SLM-0.1.0.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART [/DIR="C:\Somewhere"]
; Not tried on Windows yet.

#ifndef Version
  #error Version is not given
#endif

[Setup]
AppId={{6E0C5B1C-52B5-4D0E-9C63-0F3C3F9C1D52}
AppName=Desktop SLM
AppVersion={#Version}
AppVerName=Desktop SLM {#Version}
DefaultDirName={autopf}\Desktop SLM
DefaultGroupName=Desktop SLM
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\desktop-slm.ico
UninstallDisplayIcon={app}\desktop-slm.exe
OutputDir={#Output}
OutputBaseFilename=Desktop_SLM-{#Version}
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
#ifdef SignTool
SignTool={#SignTool}
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; A library that a new version no longer has must not be found by it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Source}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Desktop SLM"; Filename: "{app}\desktop-slm.exe"
Name: "{autodesktop}\Desktop SLM"; Filename: "{app}\desktop-slm.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\DesktopSLM.Document"; ValueType: string; ValueData: "Document for Desktop SLM"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\DesktopSLM.Document\shell\open"; ValueType: string; ValueData: "Summarize with Desktop SLM"
Root: HKA; Subkey: "Software\Classes\DesktopSLM.Document\shell\open\command"; ValueType: string; ValueData: """{app}\desktop-slm.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\desktop-slm.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Desktop SLM"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\desktop-slm.exe\shell\open\command"; ValueType: string; ValueData: """{app}\desktop-slm.exe"" ""%1"""
; "Open with" and no more: what opens a file by a double click stays as it is.
Root: HKA; Subkey: "Software\Classes\.pdf\OpenWithProgids"; ValueType: string; ValueName: "DesktopSLM.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.docx\OpenWithProgids"; ValueType: string; ValueName: "DesktopSLM.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.odt\OpenWithProgids"; ValueType: string; ValueName: "DesktopSLM.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.epub\OpenWithProgids"; ValueType: string; ValueName: "DesktopSLM.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.rtf\OpenWithProgids"; ValueType: string; ValueName: "DesktopSLM.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.txt\OpenWithProgids"; ValueType: string; ValueName: "DesktopSLM.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.md\OpenWithProgids"; ValueType: string; ValueName: "DesktopSLM.Document"; ValueData: ""; Flags: uninsdeletevalue

[Run]
Filename: "{app}\desktop-slm.exe"; Description: "{cm:LaunchProgram,Desktop SLM}"; Flags: nowait postinstall skipifsilent
