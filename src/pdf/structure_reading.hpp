#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pdf/qpdf_access.hpp"

namespace pdf {

// A child of a structure element, in reading order.
struct StructureKid {
  enum class Kind { element, sequence, object } kind = Kind::element;
  std::size_t element = 0;  // in StructureReading::elements
  QPDFObjGen owner;         // of the numbered sequence: the page, or the form
  int number = 0;           // of the sequence
  QPDFObjGen object;        // an annotation
};

struct StructureElement {
  QPDFObjGen object;
  std::string raw_type;  // as written, without the slash
  std::string type;      // after the role map
  std::optional<std::size_t> parent;
  std::vector<StructureKid> kids;
  std::size_t page = 0;  // of its first content; 0: unknown
  std::string alternative, actual_text, language, id, scope;
  int column_span = 1, row_span = 1;
  bool has_language = false, has_headers = false;
};

// The structure tree of a file being inspected, in document order.
struct StructureReading {
  bool present = false;
  std::vector<StructureElement> elements;
  std::map<QPDFObjGen, std::size_t> by_object;
  std::map<long long, QPDFObjectHandle> parent_tree;
  std::map<std::string, std::string> role_map;  // without slashes
  std::vector<std::string> faults;              // loops, elements with two parents…

  // The standard type that a type stands for; empty if the role map turns in circles.
  [[nodiscard]] std::string standard_type(const std::string& type) const;
};

[[nodiscard]] bool is_standard_type(const std::string& type);

// `pages`: the number of each page, from 1.
[[nodiscard]] StructureReading read_structure(QPDFObjectHandle catalog,
                                              const std::map<QPDFObjGen, std::size_t>& pages);

}  // namespace pdf
