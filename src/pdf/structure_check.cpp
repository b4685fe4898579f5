#include <set>

#include "pdf/structure.hpp"

namespace pdf {

namespace {

using typeset::Child;

// Counts how often each part of the pages is reached from the structure.
class StructureCheck {
 public:
  StructureCheck(const typeset::Pages& pages, base::Diagnostics& diagnostics)
      : pages_(&pages), diagnostics_(&diagnostics), elements_(pages.structure.size(), 0) {
    for (const auto& page : pages.pages) {
      contents_.emplace_back(page.contents.size(), 0);
      links_.emplace_back(page.links.size(), 0);
    }
  }

  bool run() {
    if (pages_->structure.empty() || pages_->pages.empty()) {
      fault("le document n’a ni page ni structure");
      return false;
    }
    if (pages_->structure[0].role != typeset::Role::document) {
      fault("la racine n’est pas un Document");
    }
    for (std::size_t index = 0; index < pages_->structure.size(); ++index) {
      for (const auto& child : pages_->structure[index].children) {
        count(index, child);
      }
      check_identifier(index);
    }
    check_elements();
    check_pages();
    return good_;
  }

 private:
  void fault(const std::string& what) {
    good_ = false;
    diagnostics_->error(base::Kind::internal, {}, "Structure du PDF fausse : " + what + ".");
  }

  void count(std::size_t parent, const Child& child) {
    if (child.kind == Child::Kind::element) {
      if (child.element >= elements_.size() || child.element == 0) {
        fault("l’élément " + std::to_string(parent) + " a un enfant impossible");
      } else {
        ++elements_[child.element];
      }
      return;
    }
    auto& counts = child.kind == Child::Kind::content ? contents_ : links_;
    if (child.page >= counts.size() || child.index >= counts[child.page].size()) {
      fault("l’élément " + std::to_string(parent) + " montre ce qui n’existe pas");
      return;
    }
    ++counts[child.page][child.index];
    if (child.kind == Child::Kind::content &&
        pages_->pages[child.page].contents[child.index].element != parent) {
      fault("un contenu de la page " + std::to_string(child.page + 1) + " a deux éléments");
    }
    if (child.kind == Child::Kind::link && pages_->structure[parent].role != typeset::Role::link) {
      fault("un lien de la page " + std::to_string(child.page + 1) + " n’est pas dans un Link");
    }
  }

  void check_identifier(std::size_t index) {
    const auto& id = pages_->structure[index].id;
    if (!id.empty() && !identifiers_.insert(id).second) {
      fault("deux éléments portent le même identifiant");
    }
  }

  void check_elements() {
    for (std::size_t index = 1; index < elements_.size(); ++index) {
      if (elements_[index] != 1) {
        fault("l’élément " + std::to_string(index) + " a " + std::to_string(elements_[index]) +
              " parents");
      }
    }
    // One parent each, and all reached from the root: a tree, without a cycle.
    if (good_ && reached_elements() != elements_.size()) {
      fault("des éléments forment une boucle");
    }
  }

  [[nodiscard]] std::size_t reached_elements() const {
    std::size_t reached = 0;
    std::vector<std::size_t> waiting{0};
    while (!waiting.empty()) {
      const auto index = waiting.back();
      waiting.pop_back();
      ++reached;
      for (const auto& child : pages_->structure[index].children) {
        if (child.kind == Child::Kind::element) {
          waiting.push_back(child.element);
        }
      }
    }
    return reached;
  }

  void check_pages() {
    for (std::size_t page = 0; page < pages_->pages.size(); ++page) {
      const auto where = " de la page " + std::to_string(page + 1);
      const auto& contents = pages_->pages[page].contents;
      for (std::size_t index = 0; index < contents.size(); ++index) {
        const int expected = contents[index].element == typeset::artifact ? 0 : 1;
        if (contents_[page][index] != expected) {
          fault("un contenu" + where + " est lu " + std::to_string(contents_[page][index]) +
                " fois");
        }
      }
      for (const auto reached : links_[page]) {
        if (reached != 1) {
          fault("un lien" + where + " est lu " + std::to_string(reached) + " fois");
        }
      }
    }
  }

  const typeset::Pages* pages_;
  base::Diagnostics* diagnostics_;
  std::vector<int> elements_;
  std::vector<std::vector<int>> contents_, links_;
  std::set<std::string> identifiers_;
  bool good_ = true;
};

}  // namespace

bool check_structure(const typeset::Pages& pages, base::Diagnostics& diagnostics) {
  return StructureCheck(pages, diagnostics).run();
}

}  // namespace pdf
