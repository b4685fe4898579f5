#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/disk.hpp"
#include "document/read.hpp"
#include "pandoc_samples.hpp"
#include "support/extracted_words.hpp"
#include "typeset/style.hpp"
#include "writers/office_page.hpp"
#include "writers/pandoc.hpp"

// What the tests of the files that Pandoc writes, and that are polished, have in common.
namespace samples {

using writers::Format;

inline constexpr std::string_view everything_source = R"(# Premier chapitre

Un [lien](#ici), **du gras *et de l’italique*[^gras]**, `deux  espaces`.

::: attention
Texte de boîte[^boite].

1. premier
   - dessous
2. second

| tableau | en boîte |
|---------|----------|
| cellule | autre    |

> citation en boîte

::: objet
imbriqué
:::
:::

## Titre *italique* avec note[^titre] {#ici .classe}

- liste

  | tableau | en liste |
  |---------|---------:|
  | a[^a]   | **b**    |

  > citation en liste

  suite
- fin

> citation
>
> > double
>
> - liste

::: {.tableau legende="Légende du tableau" total="1" entetes-lignes="oui"}
| Étape | Date | Montant |
|:------|:----:|--------:|
| tête de ligne[^t] | milieu | droite |
| Total | vide | somme |
:::

| seul |
|------|
| collé |

---

# Deuxième chapitre

Fin\
de ligne. [Retour](#ici), [dehors](https://exemple.fr/a?b=c&d "Titre").

[^gras]: Note du gras.
[^boite]: Note de boîte.

    Deux paragraphes.
[^titre]: Note de titre.
[^a]: Note de cellule.
[^t]: Note de tête.
)";

class PandocFiles : public testing::Test {
 protected:
  void SetUp() override {
    options_.version = writers::pandoc_version(diagnostics_);
    ASSERT_TRUE(options_.version) << "the package pandoc is needed";
    options_.svg = timeline_svg;
  }

  std::string write(const Document& document, Format format) {
    const auto bytes = writers::pandoc(document, format, resources_, options_, diagnostics_);
    for (const base::Diagnostic& d : diagnostics_.all()) ADD_FAILURE() << base::to_string(d);
    return bytes.value_or("");
  }

  static std::string part(const std::string& bytes, std::string_view name) {
    return support::detail::part(bytes, name);
  }

  writers::OfficePage page_of(std::string_view style) {
    const auto found = typeset::read_style(resources_, style, diagnostics_);
    EXPECT_TRUE(found);
    return found ? writers::office_page(*found) : writers::OfficePage{};
  }

  // Everything inside everything, where a writer could lose something.
  static Document everything() {
    base::Diagnostics diagnostics;
    Document result = document::read(everything_source, "tout.md", diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << base::to_string(diagnostics.all().at(0));
    result.metadata.title = "Tout";
    return result;
  }

  base::DiskFiles resources_{EGIDE_SOURCE_DIR};
  writers::PandocOptions options_;
  base::Diagnostics diagnostics_;
};

}  // namespace samples
