"""Says of a Chinese page that it is one: mkdocs knows one language for a whole site."""


def on_post_page(output, page, config):
    return output.replace('<html lang="en"', '<html lang="zh-CN"', 1) if page.file.src_uri.endswith(".zh.md") else output
