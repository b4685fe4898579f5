#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace typeset {

// French hyphenation by libhyphen and the patterns of Debian's hyphen-fr. The patterns are read
// when a word is first asked for. May be shared by threads.
class Hyphenator {
 public:
  Hyphenator();
  // Another pattern file, for tests.
  explicit Hyphenator(std::string path);
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  // Byte offsets inside `word` before which a hyphen may end a line, at least three letters from
  // either end. Empty unless the word is all lower-case letters. A missing pattern file is
  // reported (Kind::tool).
  [[nodiscard]] std::vector<std::size_t> points(std::string_view word,
                                                base::Diagnostics& diagnostics) const;

 private:
  class Dictionary;
  std::string path_;
  mutable std::mutex mutex_;
  mutable std::unique_ptr<Dictionary> dictionary_;
};

}  // namespace typeset
