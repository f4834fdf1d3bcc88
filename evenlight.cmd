@echo off
rem Runs Evenlight from this checkout with all arguments; builds it first where that is needed.
rem See cli\src\main\dist\bin\evenlight.cmd for the environment that it heeds.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0."
set "LOG=%~dp0target\evenlight-build.log"
set "ADVICE=install a JDK 17 or newer, such as Temurin from https://adoptium.net"

rem The zip is the last thing that every build makes, and its age is the build's.
powershell -NoProfile -Command "$zip = Get-Item (Join-Path $env:ROOT 'cli\target\evenlight-*.zip') -ErrorAction Ignore | Select-Object -Last 1; if (-not $zip) { exit 1 }; $poms = Get-Item (Join-Path $env:ROOT 'pom.xml'), (Join-Path $env:ROOT '*\pom.xml'); $sources = Get-ChildItem -Recurse -Path (Join-Path $env:ROOT '*\src\main'); if (@($poms) + @($sources) | Where-Object { $_.LastWriteTime -gt $zip.LastWriteTime } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

if defined JAVA_HOME goto from_java_home
for %%f in (javac.exe) do if not "%%~$PATH:f"=="" goto check_maven
echo evenlight: the first build needs a JDK, but there is no javac on the PATH; %ADVICE% 1>&2
exit /b 1

:from_java_home
if exist "%JAVA_HOME%\bin\javac.exe" goto check_maven
echo evenlight: JAVA_HOME must be the folder of a JDK, but there is no "%JAVA_HOME%\bin\javac.exe"; %ADVICE% 1>&2
exit /b 1

:check_maven
for %%f in (mvn.cmd) do if not "%%~$PATH:f"=="" goto build
echo evenlight: the build needs Maven 3.8 or newer, but there is no mvn on the PATH; install it from https://maven.apache.org 1>&2
exit /b 1

:build
if not exist "%~dp0target" mkdir "%~dp0target"
echo Building Evenlight (first use or sources changed)... 1>&2
pushd "%ROOT%"
call mvn.cmd -B -ntp -Dmaven.test.skip=true -pl cli -am package > "%LOG%" 2>&1
set "BUILT=%ERRORLEVEL%"
popd
if "%BUILT%"=="0" goto run
findstr /b /l /c:"[ERROR]" "%LOG%" 1>&2
echo evenlight: the build failed; all it said is in "%LOG%" 1>&2
exit /b 1

:run
"%~dp0cli\target\dist\bin\evenlight.cmd" %*
