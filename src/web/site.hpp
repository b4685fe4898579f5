#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "calendar/date.hpp"
#include "dossier/form.hpp"
#include "places/directory.hpp"
#include "web/engine_pool.hpp"
#include "web/field_view.hpp"
#include "web/guard.hpp"
#include "web/html_template.hpp"
#include "web/seal.hpp"
#include "web/situations.hpp"
#include "web/theme.hpp"

namespace web {

// A style sheet, a script or an image.
struct Asset {
  std::string address;  // "/fichiers/style.<hash>.css"
  std::string type;
  std::string content;
  bool lasting = true;  // the address changes with the content: browsers may keep it for ever
};

struct SiteOptions {
  std::string root;                       // holds content/, forms/ and templates/
  std::string theme;                      // folder of an organisation's own; empty: none
  std::function<calendar::Date()> today;  // the only clock
  std::size_t engines = 2;                // documents made at the same time
  std::chrono::milliseconds patience{10'000};
  std::string version;
  GuardOptions guard;
  Seal seal{std::string()};
};

// All that the pages share, read once at the start and never changed: many threads use it.
class Site {
 public:
  // Mistakes of the content are added; a page that cannot be read throws TemplateError.
  Site(SiteOptions options, base::Diagnostics& diagnostics);

  [[nodiscard]] const base::Files& files() const { return files_; }
  [[nodiscard]] calendar::Date today() const { return options_.today(); }
  [[nodiscard]] const Seal& seal() const { return options_.seal; }
  [[nodiscard]] const GuardOptions& guard() const { return options_.guard; }
  [[nodiscard]] const std::string& version() const { return options_.version; }
  [[nodiscard]] const HtmlTemplates& templates() const { return templates_; }
  [[nodiscard]] const std::vector<dossier::Form>& forms() const { return forms_; }
  // Null if there is no such document.
  [[nodiscard]] const dossier::Form* form(std::string_view id) const;
  [[nodiscard]] const FieldTexts& field_texts() const { return field_texts_; }
  [[nodiscard]] const Situations& situations() const { return situations_; }
  [[nodiscard]] const std::vector<Asset>& assets() const { return assets_; }
  // Only for its places and its files, which threads may share.
  [[nodiscard]] const app::Engine& directory() const { return directory_; }
  [[nodiscard]] const places::Directory& places() const { return directory_.places(); }

  // Throws Busy.
  [[nodiscard]] EnginePool::Lease engine() const { return engines_.borrow(options_.patience); }
  // The result of `make` for this name, made once: what costs much and does
  // not depend on a user. An empty result is a failure: it is not kept.
  [[nodiscard]] std::string remembered(const std::string& name,
                                       const std::function<std::string()>& make) const;

 private:
  void read_assets(base::Diagnostics& diagnostics);
  void read_theme_images();
  void read_references(base::Diagnostics& diagnostics);
  void read_autocomplete(base::Diagnostics& diagnostics);

  SiteOptions options_;
  ThemedFiles files_;
  HtmlTemplates templates_;
  std::vector<dossier::Form> forms_;
  app::Engine directory_;
  FieldTexts field_texts_;
  Situations situations_;
  std::vector<Asset> assets_;
  mutable EnginePool engines_;
  mutable std::mutex remembering_;
  mutable std::map<std::string, std::string> remembered_;
};

}  // namespace web
