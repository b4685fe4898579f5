# Warnings, sanitizers and the compiler cache: the same for every target.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE}")
endif()

add_library(egide_options INTERFACE)
target_compile_options(egide_options INTERFACE
  -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Wno-missing-field-initializers
  # gcc 12 sees overlaps that are not there when strings are joined (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # Paths of the build machine must not reach an output or a message.
  "-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=")
if(EGIDE_WERROR)
  target_compile_options(egide_options INTERFACE -Werror)
endif()
if(EGIDE_SANITIZE)
  target_compile_options(egide_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
  target_link_options(egide_options INTERFACE -fsanitize=address,undefined)
endif()
