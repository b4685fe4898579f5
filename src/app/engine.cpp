#include "app/engine.hpp"

namespace app {

Engine::Engine(const std::string& root) : files_(root), law_(files_), rules_(files_) {}

const places::Directory& Engine::places() const {
  if (!places_) places_ = std::make_unique<const places::Directory>(files_);
  return *places_;
}

}  // namespace app
