@echo off
rem Runs Evenlight from this distribution with all arguments.
rem
rem JAVA_HOME              the JDK to use; without it, java on the PATH
rem EVENLIGHT_JAVA_OPTS    more options for java, separated by spaces, such as -Xmx6g
rem                        with --max-memory, the heap is set here: unlike the POSIX launcher, this
rem                        one does not do so, and a heap that may outgrow the limit is refused
setlocal EnableExtensions DisableDelayedExpansion
set "ADVICE=install a JDK 17 or newer, such as Temurin from https://adoptium.net"

if defined JAVA_HOME goto from_java_home
for %%f in (java.exe) do set "JAVA=%%~$PATH:f"
if defined JAVA goto check_version
echo evenlight: Java 17 or newer is needed, but there is no java on the PATH; %ADVICE% 1>&2
exit /b 1

:from_java_home
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto check_version
echo evenlight: JAVA_HOME must be the folder of a JDK, but there is no "%JAVA%"; %ADVICE% 1>&2
exit /b 1

:check_version
rem The file "release" answers in no time; where it is missing, java itself says if it is too old.
for %%f in ("%JAVA%") do set "RELEASE=%%~dpf..\release"
set "VERSION=17"
set "MAJOR=17"
if not exist "%RELEASE%" goto run
for /f "usebackq tokens=1,2 delims==" %%k in ("%RELEASE%") do if "%%k"=="JAVA_VERSION" set "VERSION=%%~l"
for /f "tokens=1 delims=.-+_" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% geq 17 goto run
echo evenlight: Java 17 or newer is needed, but "%JAVA%" is Java %VERSION%; %ADVICE% 1>&2
exit /b 1

:run
rem libtorch: idle threads sleep instead of spinning, and caches of compiled kernels stay small.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"
if not defined ONEDNN_PRIMITIVE_CACHE_CAPACITY set "ONEDNN_PRIMITIVE_CACHE_CAPACITY=16"
if not defined LRU_CACHE_CAPACITY set "LRU_CACHE_CAPACITY=16"

set "JAR="
for %%d in ("%~dp0..\lib") do set "LIB=%%~fd"
pushd "%LIB%"
for %%f in (evenlight-cli-*.jar) do set "JAR=%LIB%\%%f"
popd
if defined JAR goto start
echo evenlight: "%LIB%" must hold evenlight-cli, but does not; unpack the distribution again 1>&2
exit /b 1

:start
rem From JDK 24 on, Java warns of how JavaCPP reaches native memory.
set "UNSAFE="
if %MAJOR% geq 24 set "UNSAFE=--sun-misc-unsafe-memory-access=allow"
"%JAVA%" -XX:CompileThresholdScaling=4 -XX:+UseSerialGC -Xmn64m -XX:MaxRAMPercentage=50 -Djava.awt.headless=true %UNSAFE% %EVENLIGHT_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
