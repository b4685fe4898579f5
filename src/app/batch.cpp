#include "app/batch.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/csv.hpp"
#include "base/text.hpp"
#include "yaml/overlay.hpp"

namespace app {
namespace {

constexpr base::Kind kind = base::Kind::dossier;
constexpr std::string_view file_column = "fichier";
constexpr std::size_t longest_name = 100;

bool is_number(const std::string& part) {
  return !part.empty() && part.front() != '0' && part.size() < 4 &&
         std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// What a column fills. Without a field: the name of the file, or nothing (no title).
struct Column {
  std::vector<std::string> path;
  const dossier::Field* field = nullptr;
  bool names_file = false;
};

void collect_paths(const std::vector<dossier::Field>& fields, const std::string& prefix,
                   std::vector<std::string>& paths) {
  for (const dossier::Field& field : fields) {
    const std::string path = prefix + field.name;
    if (field.is_record()) {
      collect_paths(field.fields, path + ".", paths);
    } else if (field.is_list()) {
      collect_paths(field.fields, path + ".1.", paths);
    } else {
      paths.push_back(path);
    }
  }
}

// The field that a title names: every list on the way is followed by a number.
const dossier::Field* field_at(const dossier::Form& form, const std::vector<std::string>& path) {
  const dossier::Field* field = form.bloc(path.front());
  for (std::size_t i = 1; field != nullptr && i < path.size(); ++i) {
    if (field->is_list()) {
      if (!is_number(path[i]) || ++i == path.size()) return nullptr;
    } else if (!field->is_record()) {
      return nullptr;
    }
    field = field->find(path[i]);
  }
  if (field == nullptr || field->is_record() || field->is_list()) return nullptr;
  return field;
}

class TableReader {
 public:
  TableReader(const dossier::Form& form, const std::string& file, base::Diagnostics& diagnostics)
      : form_(form), file_(file), diagnostics_(diagnostics) {}

  std::vector<Column> columns(const base::CsvRow& header) {
    std::set<std::string> seen;
    std::vector<Column> columns;
    for (const base::CsvCell& cell : header.cells) {
      const std::string title(base::trim(base::nfc(cell.text)));
      Column column;
      column.names_file = title == file_column;
      if (!title.empty() && !seen.insert(title).second) {
        error(cell, "la colonne « " + title + " » est donnée deux fois.");
      } else if (!title.empty() && !column.names_file) {
        column.path = base::split(title, '.');
        column.field = field_at(form_, column.path);
        if (column.field == nullptr) unknown(cell, title);
      }
      columns.push_back(std::move(column));
    }
    return columns;
  }

 private:
  void error(const base::CsvCell& cell, std::string message, std::string hint = {}) {
    diagnostics_.error(kind, {file_, cell.line, cell.column}, std::move(message), std::move(hint));
  }

  void unknown(const base::CsvCell& cell, const std::string& title) {
    std::vector<std::string> paths;
    collect_paths(form_.blocs, {}, paths);
    paths.emplace_back(file_column);
    error(cell,
          "la colonne « " + title + " » n’est le nom d’aucun champ." +
              base::did_you_mean(title, paths),
          "Le nom d’un champ est celui du dossier, avec des points : « faits.date », "
          "« témoins.1.nom ».");
  }

  const dossier::Form& form_;
  const std::string& file_;
  base::Diagnostics& diagnostics_;
};

// Fills one case from one row.
class RowFiller {
 public:
  explicit RowFiller(const yaml::Node& shared) : shared_(shared), overlay_(shared) {}

  // False if the shared case holds something of another shape there.
  bool fill(const Column& column, const std::string& text, const base::Position& from) {
    const std::string path = actual(column.path);
    const auto type = column.field->type;
    if (type != dossier::FieldType::choices && type != dossier::FieldType::text_list) {
      return overlay_.put(path, text, from);
    }
    std::vector<std::string> texts;
    for (const std::string& part : base::split(text, '|')) {
      texts.emplace_back(base::trim(part));
    }
    return overlay_.put_list(path, texts, from);
  }

  [[nodiscard]] const yaml::Node& root() const { return overlay_.root(); }

 private:
  // An item beyond those of the shared case takes the next place: an empty « témoins.1 » does not
  // keep « témoins.2 » from being the first.
  std::string actual(const std::vector<std::string>& parts) {
    std::string titled, path;
    for (const std::string& part : parts) {
      const std::string before = path;
      titled += (titled.empty() ? "" : ".") + part;
      path += path.empty() ? "" : ".";
      path += is_number(part) ? std::to_string(place(titled, before, part)) : part;
    }
    return path;
  }

  std::size_t place(const std::string& titled, const std::string& list, const std::string& number) {
    const auto known = places_.find(titled);
    if (known != places_.end()) return known->second;
    std::size_t wanted = 0;
    for (const char digit : number) wanted = wanted * 10 + static_cast<std::size_t>(digit - '0');
    const std::size_t shared = yaml::at(shared_, list).items().size();
    const std::size_t next = yaml::at(overlay_.root(), list).items().size() + 1;
    return places_[titled] = wanted <= shared ? wanted : next;
  }

  const yaml::Node& shared_;
  yaml::Overlay overlay_;
  std::map<std::string, std::size_t> places_;
};

// A name that is safe in every file system: letters, digits, « - », « _ », « . » and spaces,
// beginning with a letter or a digit.
bool is_file_name(const std::string& name) {
  if (name.empty() || base::length(name) > longest_name || name.ends_with('.')) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto c = static_cast<unsigned char>(name[i]);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
    const bool digit = c >= '0' && c <= '9';
    const bool mark = c == '-' || c == '_' || c == '.' || c == ' ';
    if (!letter && !digit && (!mark || i == 0)) return false;
  }
  return true;
}

std::string numbered(std::size_t number) {
  std::string text = std::to_string(number);
  constexpr std::size_t width = 4;
  return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
}

void fill_item(const base::CsvRow& row, const std::vector<Column>& columns,
               const yaml::Node& shared, BatchItem& item) {
  RowFiller filler(shared);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const base::CsvCell& cell = row.cells[i];
    const std::string text(base::trim(cell.text));
    if (text.empty()) continue;
    const base::Position from{item.position.file, cell.line, cell.column};
    if (columns[i].names_file) {
      item.name = base::nfc(text);
      if (!is_file_name(item.name)) {
        item.problems.error(kind, from, "ce nom de fichier n’est pas permis.",
                            "Lettres, chiffres, espaces, « - », « _ » et « . », cent au plus.");
      }
    } else if (columns[i].field == nullptr) {
      item.problems.error(kind, from, "cette case est remplie, mais sa colonne n’a pas de nom.");
    } else if (!filler.fill(columns[i], text, from)) {
      item.problems.error(kind, from, "le dossier commun a autre chose à la place de ce champ.");
    }
  }
  item.root = filler.root();
}

void refuse_same_names(std::vector<BatchItem>& items) {
  std::set<std::string> names;
  for (BatchItem& item : items) {
    if (names.insert(base::fold(item.name)).second) continue;
    item.problems.error(kind, item.position, "une autre ligne porte déjà ce nom de fichier.",
                        "Donnez à chaque ligne son propre nom dans la colonne « fichier ».");
  }
}

}  // namespace

std::optional<std::vector<BatchItem>> batch_of_table(const dossier::Form& form,
                                                     const CaseFile& table,
                                                     const yaml::Node& shared,
                                                     base::Diagnostics& diagnostics) {
  const auto csv = base::read_csv(table.content, table.name, diagnostics);
  if (!csv) return std::nullopt;
  const auto columns = TableReader(form, table.name, diagnostics).columns(csv->header);
  if (diagnostics.has_errors()) return std::nullopt;
  std::vector<BatchItem> items;
  for (const base::CsvRow& row : csv->rows) {
    BatchItem item;
    item.name = numbered(items.size() + 1);
    item.position = {table.name, row.line};
    if (row.problem.empty()) {
      fill_item(row, columns, shared, item);
    } else {
      item.problems.error(kind, item.position, row.problem,
                          "Ouvrez le tableau dans un tableur, et enregistrez-le de nouveau.");
    }
    items.push_back(std::move(item));
  }
  refuse_same_names(items);
  return items;
}

std::vector<BatchItem> batch_of_files(const std::vector<CaseFile>& files,
                                      const yaml::Node& shared) {
  std::vector<BatchItem> items;
  for (const CaseFile& file : files) {
    BatchItem item;
    const auto slash = file.name.rfind('/');
    const std::string own = slash == std::string::npos ? file.name : file.name.substr(slash + 1);
    item.name = own.substr(0, own.rfind('.'));
    item.position.file = file.name;
    yaml::Overlay overlay(shared);
    overlay.lay(yaml::parse(file.content, file.name, kind, item.problems));
    item.root = overlay.root();
    items.push_back(std::move(item));
  }
  refuse_same_names(items);
  return items;
}

std::vector<OutputFile> make_batch_item(Engine& engine, const dossier::Form& form,
                                        const GenerateOptions& options,
                                        const std::vector<Format>& formats, BatchItem& item) {
  if (item.problems.has_errors()) return {};
  base::Diagnostics found;
  std::vector<OutputFile> files;
  const auto prepared = prepare(engine, form, item.root, item.position.file, options, found);
  if (prepared) {
    item.completed = prepared->completed;
    files = write_all(engine, *prepared, options, formats, found);
  }
  for (base::Diagnostic diagnostic : found.all()) {
    // A mistake of the shared case, or a field that misses, is told at the row that it stops.
    const bool own = diagnostic.position.file == item.position.file && diagnostic.position.line > 0;
    if (diagnostic.kind == kind && !own) diagnostic.position = item.position;
    item.problems.add(std::move(diagnostic));
  }
  if (files.size() < formats.size()) files.clear();
  return files;
}

std::string batch_report(const std::vector<BatchResult>& results) {
  std::string report = "\xEF\xBB\xBF" + base::csv_line({"ligne", "fichier", "état", "erreurs"});
  for (const BatchResult& result : results) {
    const char* state = result.state == BatchResult::State::made           ? "fait"
                        : result.state == BatchResult::State::already_made ? "déjà fait"
                                                                           : "refusé";
    std::vector<std::string> problems;
    for (const base::Diagnostic& problem : result.problems.sorted()) {
      if (problem.severity != base::Severity::error) continue;
      problems.push_back((problem.field.empty() ? "" : problem.field + " : ") + problem.message);
    }
    report += base::csv_line({std::to_string(result.line), base::join(result.files, ", "), state,
                              base::join(problems, " | ")});
  }
  return report;
}

}  // namespace app
