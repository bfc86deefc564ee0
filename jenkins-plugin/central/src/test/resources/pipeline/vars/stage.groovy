def call(String name, Closure body) {
    echo "stage ${name}"
    return body()
}
