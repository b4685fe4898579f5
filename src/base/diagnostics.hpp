#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

// Where a mistake stands in a file that a person can open. line and column count from 1, in
// characters (not bytes); 0 means "not known". An empty file means "the command line".
struct Position {
  std::string file;
  int line = 0;
  int column = 0;
};

enum class Severity { warning, error };

// What a mistake is about; decides the exit status of the command (see exit_status).
enum class Kind {
  internal,  // a fault of the program: 1
  usage,     // the command line: 2
  dossier,   // the case file: 3
  content,   // a form, a template, a chapter, the law: 4
  tool,      // a program or a font that is missing: 5
  output     // a file that cannot or must not be written: 6
};

// One message to the user, in French. `message` says what is wrong, `hint` how to mend it.
// Neither ever quotes a value of the case file: only its field and its position.
struct Diagnostic {
  Severity severity = Severity::error;
  Kind kind = Kind::internal;
  Position position;
  std::string field;  // path of the field in the case file ("faits.date"), or empty
  std::string message;
  std::string hint;
};

// The list to which every stage adds; nothing is thrown for a wrong input, so that all the
// mistakes are reported at once.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(Kind kind, Position position, std::string message, std::string hint = {});
  void warning(Kind kind, Position position, std::string message, std::string hint = {});

  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] bool empty() const { return list_.empty(); }
  // In the order in which they were found.
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return list_; }
  // Sorted by file, line and column, equal messages kept once.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;
  // 0 without error; else the status of the gravest kind, in the order
  // internal, content, tool, output, dossier, usage.
  [[nodiscard]] int exit_status() const;

 private:
  std::vector<Diagnostic> list_;
  int errors_ = 0;
};

// The documented exit status of a kind of mistake (see enum Kind).
[[nodiscard]] int exit_status(Kind kind);

// "dossier.yaml:12:3 : erreur : « date_publiction » inconnu. Vouliez-vous dire … ?"
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

}  // namespace base
