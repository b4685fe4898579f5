#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "dossier/case.hpp"
#include "dossier/form.hpp"

namespace app {

// What a redacted copy hides: the values that the forms declare as touching third parties
// (`tiers`), and their words wherever other values repeat them. Words are compared whole, without
// case or accents. What forms/regles/caviardage.yaml lists as common words never counts as a name.
class Redaction {
 public:
  Redaction(const base::Files& files, const dossier::Form& form, const dossier::Case& dossier,
            base::Diagnostics& diagnostics);

  // The mark shown instead of a hidden value: « [nom caviardé] ».
  [[nodiscard]] static std::string mark(const dossier::Field& field);
  // True for a type whose values can name someone; the others (choices, yes or no, amounts) are
  // never hidden.
  [[nodiscard]] static bool can_name(dossier::FieldType type);
  // The text without the words of third parties.
  [[nodiscard]] std::string scrubbed(std::string_view text) const;

  // Says which fields could still name someone: free texts, and names that stay because a public
  // value bears them too.
  void warn(base::Diagnostics& diagnostics) const;

 private:
  void visit(const std::vector<dossier::Field>& fields, const dossier::RecordValue& given,
             const std::string& path);
  void visit_value(const dossier::Field& field, const dossier::FieldValue& value,
                   const std::string& path);
  void hide(const dossier::Field& field, const dossier::FieldValue& value, const std::string& path);
  void hide_text(const std::string& text, const std::string& path);
  void hide_sequence(std::string_view text, const std::string& path);
  void settle();

  struct HiddenWord {
    std::string word, path;
  };
  struct HiddenValue {
    std::vector<std::string> words;  // folded
    std::string path;
  };

  const dossier::Form& form_;
  std::set<std::string, std::less<>> common_;
  std::set<std::string, std::less<>> shown_;   // folded words of public values
  std::set<std::string, std::less<>> hidden_;  // folded words of third parties
  std::vector<HiddenWord> found_;
  std::vector<HiddenValue> sequences_;
  std::set<std::string> free_texts_, kept_;  // paths for the warning
  std::string file_;
};

}  // namespace app
