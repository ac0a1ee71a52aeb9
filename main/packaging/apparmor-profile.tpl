abi <abi/4.0>,
include <tunables/global>

# Lets Chromium's sandbox make namespaces of users; nothing else is changed.
profile "${executable}" "/opt/${sanitizedProductName}/${executable}" flags=(unconfined) {
  userns,

  include if exists <local/${executable}>
}
