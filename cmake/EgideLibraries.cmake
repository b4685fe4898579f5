# Third-party libraries, all from Debian packages (scripts/paquets-execution.txt).
find_package(PkgConfig REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
pkg_check_modules(fribidi REQUIRED IMPORTED_TARGET fribidi)
pkg_check_modules(harfbuzz REQUIRED IMPORTED_TARGET harfbuzz)
pkg_check_modules(harfbuzz_subset REQUIRED IMPORTED_TARGET harfbuzz-subset)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(qpdf REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)
find_package(OpenSSL REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)

# Packages without a CMake or pkg-config description of their own.
function(egide_plain_library target header)
  find_path(${target}_INCLUDE "${header}" REQUIRED)
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE "${${target}_INCLUDE}")
  foreach(name IN LISTS ARGN)
    find_library(${target}_${name} "${name}" REQUIRED)
    target_link_libraries(${target} INTERFACE "${${target}_${name}}")
  endforeach()
endfunction()

egide_plain_library(unistring uninorm.h unistring)
egide_plain_library(hpdf hpdf.h hpdf)
egide_plain_library(hyphen hyphen.h hyphen)
egide_plain_library(cmark_gfm cmark-gfm.h cmark-gfm cmark-gfm-extensions)
egide_plain_library(mustache kainjow/mustache.hpp)

# Layouts make and free very many small things: with this allocator in place of the one of libc, the
# guide is set a fifth faster. Linked to programs, not to libraries; sanitizers have their own.
add_library(egide_allocator INTERFACE)
if(NOT EGIDE_SANITIZE)
  find_library(MIMALLOC mimalloc REQUIRED)
  target_link_libraries(egide_allocator INTERFACE
    "-Wl,--push-state,--no-as-needed" "${MIMALLOC}" "-Wl,--pop-state")
endif()
