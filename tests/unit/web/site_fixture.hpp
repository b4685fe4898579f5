#pragma once

#include <gtest/gtest.h>

#include "web/router.hpp"
#include "web/site.hpp"

namespace web {

// One site for all the tests, on 23 November 2026, over the real content.
inline const Site& test_site() {
  static const Site& site = []() -> const Site& {
    base::Diagnostics diagnostics;
    SiteOptions options;
    options.root = EGIDE_SOURCE_DIR;
    options.today = [] { return calendar::parse_iso("2026-11-23").value(); };
    options.version = "essai";
    options.seal = Seal("clef d’essai");
    options.patience = std::chrono::milliseconds(50);
    options.engines = 1;
    static const Site made(std::move(options), diagnostics);
    for (const auto& each : diagnostics.all()) ADD_FAILURE() << base::to_string(each);
    return made;
  }();
  return site;
}

inline Request get(const std::string& path) {
  Request request;
  request.path = path;
  request.headers["host"] = "localhost:8080";
  return request;
}

inline Request post(const std::string& path, std::vector<FormValue> form) {
  Request request = get(path);
  request.method = "POST";
  request.headers["origin"] = "http://localhost:8080";
  request.headers["content-type"] = "application/x-www-form-urlencoded";
  request.form = std::move(form);
  return request;
}

// The value of a hidden field of a page, its character references read.
inline std::string hidden(const std::string& page, const std::string& name) {
  const std::string mark = "name=\"" + name + "\" value=\"";
  const auto begin = page.find(mark);
  if (begin == std::string::npos) return {};
  std::string value = page.substr(begin + mark.size());
  value.resize(value.find('"'));
  const std::pair<const char*, const char*> references[] = {
      {"&quot;", "\""}, {"&#39;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}};
  for (const auto& [reference, character] : references) {
    for (auto at = value.find(reference); at != std::string::npos;
         at = value.find(reference, at + 1)) {
      value.replace(at, std::string(reference).size(), character);
    }
  }
  return value;
}

inline bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace web
