@rem Sayso's command line, by the program of the desktop application and without a window. The folder of this file belongs into PATH.
@"%~dp0..\..\Sayso.exe" --cli -- %*
