#include "law/lint_citations.hpp"

#include <algorithm>

#include "yaml/node.hpp"

namespace law {
namespace {

constexpr std::string_view link_mark = "(droit:";

void collect(const yaml::Node& node, bool citing, std::vector<FoundCitation>& found) {
  if (node.is_scalar() && citing) found.push_back({node.text(), node.position()});
  for (const yaml::Node& item : node.items()) collect(item, citing, found);
  for (const yaml::Node::Entry& entry : node.entries()) {
    collect(entry.value, entry.key == "fondements" || entry.key == "articles", found);
  }
}

void collect_yaml(const base::Files& files, const std::string& path,
                  std::vector<FoundCitation>& found, base::Diagnostics& diagnostics) {
  const auto content = files.read(path);
  if (!content) return;
  collect(yaml::parse(*content, path, base::Kind::content, diagnostics), false, found);
}

void collect_links(const std::string& content, const std::string& path,
                   std::vector<FoundCitation>& found) {
  std::size_t at = 0;
  while ((at = content.find(link_mark, at)) != std::string::npos) {
    const std::size_t begin = at + link_mark.size();
    const std::size_t end = content.find(')', begin);
    if (end == std::string::npos) return;
    const std::string id = content.substr(begin, end - begin);
    at = end;
    if (id.find("{{") != std::string::npos) continue;  // filled in when the letter is made
    const int line =
        1 + static_cast<int>(std::count(
                content.begin(), content.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    found.push_back({id, {path, line, 0}});
  }
}

}  // namespace

std::vector<FoundCitation> citations_elsewhere(const base::Files& files, const LintOptions& options,
                                               base::Diagnostics& diagnostics) {
  std::vector<FoundCitation> found;
  for (const std::string& name : files.list(options.root + "/delais")) {
    std::string path = options.root;
    path.append("/delais/").append(name);
    collect_yaml(files, path, found, diagnostics);
  }
  for (const char* name : {"/evenements.yaml", "/feries.yaml"}) {
    collect_yaml(files, options.root + name, found, diagnostics);
  }
  for (const std::string& folder : options.prose) {
    for (const std::string& name : files.list(folder)) {
      if (!name.ends_with(".md")) continue;
      std::string path = folder;
      path.append("/").append(name);
      if (const auto content = files.read(path)) collect_links(*content, path, found);
    }
  }
  return found;
}

}  // namespace law
