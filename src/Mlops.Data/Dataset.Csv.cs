using System.Text;
using Mlops.Data.Csv;
using Mlops.Data.Loading;

namespace Mlops.Data;

public sealed partial class Dataset
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Reads a CSV file.</summary>
    /// <param name="path">The file: UTF-8, or what its byte order mark says; what gzip packed is unpacked as it is read, whatever the name.</param>
    /// <param name="options">How it is written; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told about every MiB, and at the end.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <remarks>
    /// RFC 4180: fields may be in quotes, with quotes doubled and line breaks inside. Lines end with LF, CR LF or CR. Blank
    /// lines are skipped, except that in a file of one column a blank line is a row with an empty field.
    /// A column's kind is inferred from all its values that are not missing, quoted or not: boolean when each is <c>true</c> or
    /// <c>false</c> in any case; number when each is a number without a leading zero (<c>007</c> is a code, and text;
    /// <c>NaN</c> is a missing number, <c>inf</c> an infinite one), whole when no point or exponent is there; time when each
    /// is an ISO 8601 date or date and time; otherwise category. A column without any value is a number. Spaces around a
    /// value are ignored, except in text, which is kept exactly.
    /// The file is read once, and a second time only for columns that begin as numbers, booleans or times and turn out to be text.
    /// </remarks>
    /// <exception cref="CsvFormatException">The file is malformed; the exception says where and what would be right.</exception>
    /// <exception cref="InvalidDataException">The file is packed by gzip and damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Dataset ReadCsv(
        string path,
        CsvOptions? options = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var source = ByteSource.OfFile(path);
        return CsvPass
            .ReaderOf(source, path, options ?? new CsvOptions(), progress, cancellationToken)
            .ReadAll(Path.GetFileName(path));
    }

    /// <summary>Reads CSV from a stream.</summary>
    /// <param name="stream">The stream, from its position to its end; it stays open. One that cannot seek is kept in memory while it is read.</param>
    /// <param name="name">What to call the data set.</param>
    /// <param name="options">How it is written; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told about every MiB, and at the end.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <remarks>The form and the inference are those of <see cref="ReadCsv(string, CsvOptions?, IProgress{ReadProgress}?, CancellationToken)"/>.</remarks>
    /// <exception cref="CsvFormatException">The text is malformed; the exception says where and what would be right.</exception>
    public static Dataset ReadCsv(
        Stream stream,
        string name,
        CsvOptions? options = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfUnreadable(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        using var source = ByteSource.OfStream(stream);
        return CsvPass.ReaderOf(source, name, options ?? new CsvOptions(), progress, cancellationToken).ReadAll(name);
    }

    /// <summary>Reads CSV from a text, as tests and notebooks have it.</summary>
    /// <param name="text">The text, header and rows.</param>
    /// <param name="options">How it is written; <see langword="null"/> for the defaults.</param>
    /// <remarks>The form and the inference are those of <see cref="ReadCsv(string, CsvOptions?, IProgress{ReadProgress}?, CancellationToken)"/>; the data set is called <c>text</c>.</remarks>
    /// <exception cref="CsvFormatException">The text is malformed; the exception says where and what would be right.</exception>
    public static Dataset ParseCsv(string text, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var source = ByteSource.OfStream(new MemoryStream(StrictUtf8.GetBytes(text), writable: false));
        return CsvPass
            .ReaderOf(source, "text", options ?? new CsvOptions(), progress: null, CancellationToken.None)
            .ReadAll("text");
    }

    private static void ThrowIfUnreadable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
    }
}
