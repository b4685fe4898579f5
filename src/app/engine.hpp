#pragma once

#include <memory>
#include <string>

#include "base/files.hpp"
#include "law/deadline_rules.hpp"
#include "law/library.hpp"
#include "places/directory.hpp"
#include "typeset/font_set.hpp"
#include "typeset/hyphenate.hpp"

namespace app {

// The project's resources, opened once a process: forms, templates, law, places. Read-only.
class Engine {
 public:
  // `root` holds content/, forms/ and templates/.
  explicit Engine(const std::string& root);
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  [[nodiscard]] const base::Files& files() const { return files_; }
  [[nodiscard]] const law::Library& law() const { return law_; }
  [[nodiscard]] const typeset::FontSet& fonts() const { return fonts_; }
  // Read at the first word to be hyphenated.
  [[nodiscard]] const std::shared_ptr<const typeset::Hyphenator>& hyphenator() const {
    return hyphenator_;
  }
  [[nodiscard]] law::DeadlineRules& rules() { return rules_; }
  // Read at the first call: most documents do not need the 35 000 communes.
  [[nodiscard]] const places::Directory& places() const;

 private:
  base::DiskFiles files_;
  law::Library law_;
  law::DeadlineRules rules_;
  typeset::FontSet fonts_;
  std::shared_ptr<const typeset::Hyphenator> hyphenator_ =
      std::make_shared<const typeset::Hyphenator>();
  mutable std::unique_ptr<const places::Directory> places_;
};

}  // namespace app
