#include "pdf/qpdf_access.hpp"

#include <qpdf/Pipeline.hh>
#include <stdexcept>

namespace pdf {

namespace {

class BoundedText : public Pipeline {
 public:
  BoundedText() : Pipeline("bounded", nullptr) {}
  void write(unsigned char const* data, std::size_t length) override {
    if (text_.size() + length > largest_stream) {
      throw std::length_error("stream too large");
    }
    text_.append(reinterpret_cast<const char*>(data), length);
  }
  void finish() override {}
  [[nodiscard]] std::string& text() { return text_; }

 private:
  std::string text_;
};

}  // namespace

std::optional<std::string> stream_data(QPDFObjectHandle stream) {
  if (!stream.isStream()) {
    return std::nullopt;
  }
  try {
    BoundedText text;
    bool decoded = false;
    if (!stream.pipeStreamData(&text, &decoded, 0, qpdf_dl_generalized, true) || !decoded) {
      return std::nullopt;
    }
    return std::move(text.text());
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::string name_of(QPDFObjectHandle object) {
  return object.isName() ? object.getName() : std::string();
}

std::string text_of(QPDFObjectHandle object) {
  return object.isString() ? object.getUTF8Value() : std::string();
}

std::optional<long long> integer_of(QPDFObjectHandle object) {
  return object.isInteger() ? std::optional(object.getIntValue()) : std::nullopt;
}

QPDFObjectHandle entry(QPDFObjectHandle object, const std::string& key) {
  if (object.isStream()) {
    object = object.getDict();
  }
  return object.isDictionary() && object.hasKey(key) ? object.getKey(key)
                                                     : QPDFObjectHandle::newNull();
}

}  // namespace pdf
