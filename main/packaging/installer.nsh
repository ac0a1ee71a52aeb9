; What the installer of Windows does besides. Sayso itself asks to be handed its links when it runs; this takes that back.
!macro customUnInstall
  DeleteRegKey HKCU "Software\Classes\sayso"
!macroend
