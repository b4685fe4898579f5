#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/engine.hpp"
#include "base/diagnostics.hpp"
#include "calendar/date.hpp"

namespace cli {

// What every command receives: the resources, and how the user wants to be told things.
struct Session {
  app::Engine& engine;
  bool quiet = false;
  // SOURCE_DATE_EPOCH, or the day of the clock: only for what no document prints.
  std::optional<calendar::Date> default_date;
  std::string version;  // of the program
  base::Diagnostics diagnostics;
  std::string root;  // of the resources, for those who need engines of their own
};

// Options of each command, as CLI11 fills them: texts, checked by the command itself so that
// every mistake is told in the same French words.
struct DocumentsOptions {
  bool json = false;
};
struct NewOptions {
  std::string document, output = "-";
  bool replace = false;
};
struct CheckOptions {
  std::string document, case_file;
  bool draft = false;
};
struct GenerateOptions {
  std::string document, case_file, output, date;
  std::vector<std::string> formats;
  bool draft = false, replace = false, redacted = false, mention = false;
  bool archive = false, attach_case = false;
};
struct AffairOptions {
  std::string case_file, output, date;
  std::vector<std::string> formats;
  bool draft = false, replace = false, redacted = false, mention = false;
  bool archive = false;
};
struct BatchOptions {
  std::string document, source, shared, output, date;
  std::vector<std::string> formats;
  bool replace = false, redacted = false, archive = false;
};
struct PlaceOptions {
  std::string name;
  bool json = false;
};
struct QualifyOptions {
  std::string case_file, date;
  bool json = false;
};
struct DeadlinesOptions {
  std::string case_file, calendar_file, output;
  std::vector<std::string> formats;
  bool json = false, replace = false;
};
struct CalculationOptions {
  std::string duration, rule, since, carry_over, territory;
  std::vector<std::string> facts;
  bool backwards = false, json = false, protestant_church = false;
};
struct HolidaysOptions {
  std::string year, territory;
  bool json = false, protestant_church = false;
};
struct LawOptions {
  std::string article, date;
  std::vector<std::string> between;
  bool json = false, lint = false, uncertain = false;
};
struct GuideOptions {
  std::string output, date;
  std::vector<std::string> formats;
  bool replace = false, archive = false;
};
struct ExamplesOptions {
  std::string output;
  bool replace = false;
};
struct InspectOptions {
  std::string file;
  bool json = false;
};
struct ExtractOptions {
  std::string file, output = "-";
  bool replace = false;
};
struct SchemaOptions {
  std::string document;
};
struct ServeOptions {
  std::string address = "127.0.0.1";
  int port = 8080;
  std::vector<std::string> hosts;  // names of the service behind a proxy
  std::string theme;               // folder of an organisation's own pages; empty: none
};

// Each returns once its work is done or refused; the exit status follows from the diagnostics.
void documents(Session& session, const DocumentsOptions& options);
void new_case(Session& session, const NewOptions& options);
void schema(Session& session, const SchemaOptions& options);
void inspect(Session& session, const InspectOptions& options);
void extract(Session& session, const ExtractOptions& options);
void check(Session& session, const CheckOptions& options);
void generate(Session& session, const GenerateOptions& options);
void affair(Session& session, const AffairOptions& options);
void deadlines(Session& session, const DeadlinesOptions& options);
void calculation(Session& session, const CalculationOptions& options);
void holidays(Session& session, const HolidaysOptions& options);
void law_database(Session& session, const LawOptions& options);
void guide(Session& session, const GuideOptions& options);
void examples(Session& session, const ExamplesOptions& options);
void serve(Session& session, const ServeOptions& options);
void batch(Session& session, const BatchOptions& options);
void place(Session& session, const PlaceOptions& options);
void qualify(Session& session, const QualifyOptions& options);

// A date given on the command line (AAAA-MM-JJ, or as French people write it); reports a wrong
// one naming the option. Empty text: nothing, no mistake.
[[nodiscard]] std::optional<calendar::Date> date_option(Session& session, const std::string& text,
                                                        const std::string& option);

// SOURCE_DATE_EPOCH, or today: the only clock of the program.
[[nodiscard]] std::optional<calendar::Date> default_day();

}  // namespace cli
