#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "templating/template_set.hpp"
#include "templating/value.hpp"

namespace templating {

// Reports each mistake of a tag once, however many times its section is repeated.
class TagReporter {
 public:
  explicit TagReporter(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
  void error(const Tag& tag, std::string message, std::string hint = {});
  [[nodiscard]] bool failed() const { return !reported_.empty(); }

 private:
  base::Diagnostics& diagnostics_;
  std::set<std::pair<const Tag*, std::string>> reported_;
};

// The value that `tag` names when `scope` is the innermost record or item; nothing, after a
// report, if there is no such name. Below an absent value everything is that absent value.
[[nodiscard]] const Value* resolve(const Tag& tag, const Value& scope, const Value& root,
                                   TagReporter& reporter);

// False: absent, « non », empty or blank text, empty list.
[[nodiscard]] bool is_true(const Value& value);

// Resolves every name of the template, those of the sections that are not shown too wherever
// their scope is known (it is not inside an empty list or an absent record).
void check_names(const TemplateSet& templates, const Value& root, TagReporter& reporter);

}  // namespace templating
