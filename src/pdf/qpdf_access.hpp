#pragma once

// The qpdf headers, as this room uses them, and reading with bounds: a hostile file must not
// exhaust memory.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <cstddef>
#include <optional>
#include <string>

namespace pdf {

inline constexpr std::size_t largest_stream = std::size_t{64} << 20;  // once decompressed

// The decompressed data of a stream; nothing if it cannot be decoded or is larger than the bound.
[[nodiscard]] std::optional<std::string> stream_data(QPDFObjectHandle stream);

// The object as what is expected, or a neutral value; never throws.
[[nodiscard]] std::string name_of(QPDFObjectHandle object);  // "/P", or empty
[[nodiscard]] std::string text_of(QPDFObjectHandle object);  // UTF-8, or empty
[[nodiscard]] std::optional<long long> integer_of(QPDFObjectHandle object);
// The value of a key of a dictionary or of the dictionary of a stream; null if there is none.
[[nodiscard]] QPDFObjectHandle entry(QPDFObjectHandle object, const std::string& key);

}  // namespace pdf
