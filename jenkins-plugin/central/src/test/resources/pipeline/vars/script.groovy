def call(Closure body) {
    return body()
}
