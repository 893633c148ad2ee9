#!/bin/sh
# What the tests use beyond pip packages: the second engine with its languages, a browser and fonts
# to draw newspapers with, and what judges the files that are written (qpdf, poppler, Java for
# veraPDF, Node for two IIIF parsers). The product itself needs none of them.
set -eu
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    tesseract-ocr tesseract-ocr-eng tesseract-ocr-chi-tra tesseract-ocr-chi-sim \
    tesseract-ocr-deu tesseract-ocr-frk poppler-utils \
    qpdf strace openjdk-17-jre-headless nodejs npm \
    chromium fonts-noto-cjk fonts-noto-core fonts-liberation fonts-oldstandard \
    fonts-urw-base35 fonts-gfs-didot fonts-ebgaramond fonts-crosextra-caladea fonts-bebas-neue \
    fonts-arphic-uming fonts-cwtex-ming fonts-wqy-zenhei
