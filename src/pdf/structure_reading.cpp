#include "pdf/structure_reading.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace pdf {

namespace {

constexpr std::size_t most_elements = 1'000'000;

// ISO 32000-1, 14.8.4.
constexpr std::array<std::string_view, 49> standard_types{
    "Document", "Part",    "Art",   "Sect",      "Div",     "BlockQuote", "Caption",
    "TOC",      "TOCI",    "Index", "NonStruct", "Private", "P",          "H",
    "H1",       "H2",      "H3",    "H4",        "H5",      "H6",         "L",
    "LI",       "Lbl",     "LBody", "Table",     "TR",      "TH",         "TD",
    "THead",    "TBody",   "TFoot", "Span",      "Quote",   "Note",       "Reference",
    "BibEntry", "Code",    "Link",  "Annot",     "Ruby",    "RB",         "RT",
    "RP",       "Warichu", "WT",    "WP",        "Figure",  "Formula",    "Form"};

std::string without_slash(std::string name) { return name.empty() ? name : name.substr(1); }

class StructureReader {
 public:
  explicit StructureReader(const std::map<QPDFObjGen, std::size_t>& pages) : pages_(pages) {}

  StructureReading read(QPDFObjectHandle catalog) {
    auto root = entry(catalog, "/StructTreeRoot");
    reading_.present = root.isDictionary();
    read_role_map(entry(root, "/RoleMap"));
    read_parent_tree(entry(root, "/ParentTree"));
    for (auto top : as_list(entry(root, "/K"))) {
      read_branch(top);
    }
    return std::move(reading_);
  }

 private:
  // An element that waits for its kids to be read, with the next one.
  struct Open {
    std::size_t index;
    std::vector<QPDFObjectHandle> kids;
    QPDFObjectHandle page;
    std::size_t next = 0;
  };

  static std::vector<QPDFObjectHandle> as_list(QPDFObjectHandle object) {
    if (object.isArray()) {
      return object.getArrayAsVector();
    }
    return object.isNull() ? std::vector<QPDFObjectHandle>{} : std::vector{object};
  }

  void read_role_map(QPDFObjectHandle map) {
    if (!map.isDictionary()) {
      return;
    }
    for (const auto& key : map.getKeys()) {
      reading_.role_map[without_slash(key)] = without_slash(name_of(map.getKey(key)));
    }
  }

  void read_parent_tree(QPDFObjectHandle root) {
    std::set<QPDFObjGen> seen;
    std::vector<QPDFObjectHandle> waiting{root};
    while (!waiting.empty()) {
      auto node = waiting.back();
      waiting.pop_back();
      if (node.isIndirect() && !seen.insert(node.getObjGen()).second) {
        reading_.faults.emplace_back("l’arbre des parents (ParentTree) tourne en rond");
        continue;
      }
      auto numbers = as_list(entry(node, "/Nums"));
      for (std::size_t index = 0; index + 1 < numbers.size(); index += 2) {
        if (const auto key = integer_of(numbers[index])) {
          reading_.parent_tree[*key] = numbers[index + 1];
        }
      }
      for (auto kid : as_list(entry(node, "/Kids"))) {
        if (waiting.size() < most_elements) {
          waiting.push_back(kid);
        }
      }
    }
  }

  // Without recursion: depth is the file's to choose.
  void read_branch(QPDFObjectHandle top) {
    std::vector<Open> open;
    enter(top, std::nullopt, open);
    while (!open.empty()) {
      auto& current = open.back();
      if (current.next == current.kids.size()) {
        open.pop_back();
        continue;
      }
      const auto kid = current.kids[current.next++];
      read_kid(kid, open);
    }
  }

  void read_kid(QPDFObjectHandle kid, std::vector<Open>& open) {
    const auto index = open.back().index;
    auto page = open.back().page;
    if (const auto number = integer_of(kid)) {
      add_sequence(index, page, page, *number);
      return;
    }
    auto own_page = entry(kid, "/Pg");
    auto kid_page = own_page.isNull() ? page : own_page;
    const auto type = name_of(entry(kid, "/Type"));
    if (type == "/MCR") {
      auto stream = entry(kid, "/Stm");
      add_sequence(index, kid_page, stream.isStream() ? stream : kid_page,
                   integer_of(entry(kid, "/MCID")).value_or(-1));
      return;
    }
    if (type == "/OBJR") {
      StructureKid child{StructureKid::Kind::object, 0, {}, 0, entry(kid, "/Obj").getObjGen()};
      reading_.elements[index].kids.push_back(child);
      note_page(index, kid_page);
      return;
    }
    if (kid.isDictionary()) {
      enter(kid, index, open);
      return;
    }
    reading_.faults.emplace_back("un élément a un enfant qui n’en est pas un");
  }

  void add_sequence(std::size_t index, QPDFObjectHandle page, QPDFObjectHandle owner,
                    long long number) {
    StructureKid child{StructureKid::Kind::sequence,
                       0,
                       owner.getObjGen(),
                       static_cast<int>(std::clamp(number, -1LL, 0x7FFFFFFFLL)),
                       {}};
    reading_.elements[index].kids.push_back(child);
    note_page(index, page);
  }

  void note_page(std::size_t index, QPDFObjectHandle page) {
    const auto found = pages_.find(page.getObjGen());
    // The ancestors that have no content of their own start where their first descendant does.
    for (std::optional<std::size_t> at = index;
         found != pages_.end() && at && reading_.elements[*at].page == 0;
         at = reading_.elements[*at].parent) {
      reading_.elements[*at].page = found->second;
    }
  }

  void enter(QPDFObjectHandle object, std::optional<std::size_t> parent, std::vector<Open>& open) {
    if (!object.isDictionary() || reading_.elements.size() >= most_elements) {
      reading_.faults.emplace_back("l’arbre de structure contient autre chose que des éléments");
      return;
    }
    const auto index = reading_.elements.size();
    if (object.isIndirect() && !reading_.by_object.emplace(object.getObjGen(), index).second) {
      reading_.faults.emplace_back("un élément de structure a deux parents, ou se contient");
      return;
    }
    if (parent) {
      reading_.elements[*parent].kids.push_back({StructureKid::Kind::element, index, {}, 0, {}});
    }
    reading_.elements.push_back(element(object, parent));
    open.push_back({index, as_list(entry(object, "/K")), entry(object, "/Pg"), 0});
  }

  StructureElement element(QPDFObjectHandle object, std::optional<std::size_t> parent) {
    StructureElement read;
    read.object = object.getObjGen();
    read.raw_type = without_slash(name_of(entry(object, "/S")));
    read.type = reading_.standard_type(read.raw_type);
    read.parent = parent;
    read.alternative = text_of(entry(object, "/Alt"));
    read.actual_text = text_of(entry(object, "/ActualText"));
    read.has_language = entry(object, "/Lang").isString();
    read.language = text_of(entry(object, "/Lang"));
    auto id = entry(object, "/ID");
    read.id = id.isString() ? id.getStringValue() : std::string();
    for (auto attributes : as_list(entry(object, "/A"))) {
      read_attributes(attributes, read);
    }
    return read;
  }

  static void read_attributes(QPDFObjectHandle attributes, StructureElement& element) {
    auto scope = entry(attributes, "/Scope");
    if (scope.isName()) {
      element.scope = without_slash(scope.getName());
    }
    const auto span = [&attributes](const char* key) {
      const auto value = integer_of(entry(attributes, key)).value_or(1);
      return static_cast<int>(std::clamp(value, 1LL, 10'000LL));
    };
    element.column_span = std::max(element.column_span, span("/ColSpan"));
    element.row_span = std::max(element.row_span, span("/RowSpan"));
    element.has_headers = element.has_headers || entry(attributes, "/Headers").isArray();
  }

  const std::map<QPDFObjGen, std::size_t>& pages_;
  StructureReading reading_;
};

}  // namespace

bool is_standard_type(const std::string& type) {
  return std::find(standard_types.begin(), standard_types.end(), type) != standard_types.end();
}

std::string StructureReading::standard_type(const std::string& type) const {
  auto current = type;
  for (std::size_t step = 0; step <= role_map.size(); ++step) {
    const auto mapped = role_map.find(current);
    if (is_standard_type(current) || mapped == role_map.end()) {
      return current;
    }
    current = mapped->second;
  }
  return {};
}

StructureReading read_structure(QPDFObjectHandle catalog,
                                const std::map<QPDFObjGen, std::size_t>& pages) {
  return StructureReader(pages).read(catalog);
}

}  // namespace pdf
