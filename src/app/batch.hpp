#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/generate.hpp"
#include "yaml/node.hpp"

// `egide lot`: the same document for each row of a table, or each case file of a folder.
namespace app {

// One document to make. An item with a problem is not made; the others are.
struct BatchItem {
  std::string name;         // of the file made, without its extension
  base::Position position;  // the row of the table, or the case file
  yaml::Node root;          // the case
  base::Diagnostics problems;
  std::vector<CompletedField> completed;  // once it is made
};

// The rows of a table whose first row names fields (« faits.date », « témoins.1.nom ») and, if
// wanted, a column « fichier » with the name of the file to make. A cell that is not empty stands
// over the shared case; several values of one field are separated by « | ».
// Nothing if the table or its first row is wrong.
[[nodiscard]] std::optional<std::vector<BatchItem>> batch_of_table(const dossier::Form& form,
                                                                   const CaseFile& table,
                                                                   const yaml::Node& shared,
                                                                   base::Diagnostics& diagnostics);

// The same for case files; each stands over the shared case.
[[nodiscard]] std::vector<BatchItem> batch_of_files(const std::vector<CaseFile>& files,
                                                    const yaml::Node& shared);

// Makes one document. Its mistakes go to `problems`, placed at its row, and nothing is returned.
[[nodiscard]] std::vector<OutputFile> make_batch_item(Engine& engine, const dossier::Form& form,
                                                      const GenerateOptions& options,
                                                      const std::vector<Format>& formats,
                                                      BatchItem& item);

// What became of an item, for the report.
struct BatchResult {
  enum class State { made, already_made, refused };
  int line = 0;
  std::vector<std::string> files;
  State state = State::made;
  base::Diagnostics problems;
};

// rapport.csv: ligne, fichier, état, erreurs. UTF-8 with a byte order mark, for spreadsheets.
[[nodiscard]] std::string batch_report(const std::vector<BatchResult>& results);

}  // namespace app
