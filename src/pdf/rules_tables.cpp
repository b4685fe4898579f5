// Rules on tables. The numbers are those of the Matterhorn protocol 1.1.
#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "pdf/inspection.hpp"

namespace pdf {

namespace {

using Types = std::initializer_list<std::string_view>;

bool among(const std::string& type, Types types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

class TableRules {
 public:
  explicit TableRules(const StructureReading& structure) : structure_(structure) {}

  void run(Findings& findings) {
    for (const auto& element : structure_.elements) {
      check_place(element);
      if (element.type == "Table") {
        check_table(element);
      }
    }
    for (auto* rule : {&structured_, &regular_, &headed_}) {
      findings.push_back(rule->finish());
    }
  }

 private:
  using Elements = std::vector<const StructureElement*>;

  [[nodiscard]] Elements children(const StructureElement& element) const {
    Elements found;
    for (const auto& kid : element.kids) {
      if (kid.kind == StructureKid::Kind::element) {
        found.push_back(&structure_.elements[kid.element]);
      }
    }
    return found;
  }

  void expect_children(const StructureElement& element, Types types) {
    for (const auto* child : children(element)) {
      if (!among(child->type, types)) {
        structured_.fault(child->page,
                          "09-004 : " + child->raw_type + " directement dans " + element.raw_type);
      }
    }
  }

  void check_place(const StructureElement& element) {
    const auto expect_parent = [&](Types types) {
      structured_.applies();
      const auto parent =
          element.parent ? structure_.elements[*element.parent].type : std::string();
      if (!among(parent, types)) {
        structured_.fault(element.page, "09-004 : " + element.raw_type + " dans " +
                                            (parent.empty() ? "rien" : parent));
      }
    };
    if (among(element.type, {"THead", "TBody", "TFoot"})) {
      expect_parent({"Table"});
      expect_children(element, {"TR"});
    } else if (element.type == "TR") {
      expect_parent({"Table", "THead", "TBody", "TFoot"});
      expect_children(element, {"TH", "TD"});
    } else if (among(element.type, {"TH", "TD"})) {
      expect_parent({"TR"});
    } else if (element.type == "Table") {
      structured_.applies();
      expect_children(element, {"TR", "THead", "TBody", "TFoot", "Caption"});
    }
  }

  [[nodiscard]] Elements rows_of(const StructureElement& table) const {
    Elements rows;
    for (const auto* child : children(table)) {
      if (child->type == "TR") {
        rows.push_back(child);
      } else if (among(child->type, {"THead", "TBody", "TFoot"})) {
        const auto inside = children(*child);
        std::copy_if(inside.begin(), inside.end(), std::back_inserter(rows),
                     [](const auto* row) { return row->type == "TR"; });
      }
    }
    return rows;
  }

  void check_table(const StructureElement& table) {
    const auto rows = rows_of(table);
    regular_.applies();
    headed_.applies();
    if (rows.empty()) {
      regular_.fault(table.page, "un tableau n’a pas de ligne");
      return;
    }
    check_widths(table, rows);
    check_headers(rows);
  }

  // Each row covers as many columns as the first, cells over several rows counted.
  void check_widths(const StructureElement& table, const Elements& rows) {
    struct Span {
      int rows, columns;
    };
    std::vector<Span> spans;
    int expected = -1;
    for (const auto* row : rows) {
      int width = 0;
      for (auto& span : spans) {
        width += span.columns;
        --span.rows;
      }
      std::erase_if(spans, [](const Span& span) { return span.rows == 0; });
      for (const auto* cell : children(*row)) {
        width += cell->column_span;
        if (cell->row_span > 1) {
          spans.push_back({cell->row_span - 1, cell->column_span});
        }
      }
      expected = expected < 0 ? width : expected;
      if (width != expected) {
        regular_.fault(row->page == 0 ? table.page : row->page,
                       "une ligne couvre " + std::to_string(width) + " colonnes au lieu de " +
                           std::to_string(expected));
      }
    }
  }

  void check_headers(const Elements& rows) {
    bool any = false, by_identifier = false;
    Elements without_scope;
    for (const auto* row : rows) {
      for (const auto* cell : children(*row)) {
        by_identifier = by_identifier || cell->has_headers;
        if (cell->type != "TH") {
          continue;
        }
        any = true;
        if (!among(cell->scope, {"Row", "Column", "Both"})) {
          without_scope.push_back(cell);
        }
      }
    }
    if (!any) {
      headed_.fault(rows.front()->page, "un tableau n’a pas de cellule d’en-tête");
    }
    if (!by_identifier) {
      for (const auto* cell : without_scope) {
        headed_.fault(cell->page, "15-003 : une cellule d’en-tête ne dit pas sa portée (Scope)");
      }
    }
  }

  const StructureReading& structure_;
  Rule structured_{
      "tableaux-structure",
      "Les tableaux sont faits de lignes, et les lignes de cellules (Matterhorn 09-004)"};
  Rule regular_{"tableaux-reguliers", "Les lignes d’un tableau ont la même largeur"};
  Rule headed_{"tableaux-entetes",
               "Les tableaux ont des en-têtes qui disent leur portée (Matterhorn 15-003)"};
};

}  // namespace

void check_tables(const Inspection& inspection, Findings& findings) {
  TableRules(inspection.structure).run(findings);
}

}  // namespace pdf
