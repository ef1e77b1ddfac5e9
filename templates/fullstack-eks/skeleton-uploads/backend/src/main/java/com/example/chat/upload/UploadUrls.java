package com.example.chat.upload;

import java.net.URI;

interface UploadUrls {

    /** Address of a stored object, for anybody who has it. */
    URI of(String name);
}
