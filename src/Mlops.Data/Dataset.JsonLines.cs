using Mlops.Data.JsonLines;
using Mlops.Data.Loading;

namespace Mlops.Data;

public sealed partial class Dataset
{
    /// <summary>Reads a file of JSON lines: one object a line.</summary>
    /// <param name="path">The file: UTF-8; what gzip packed is unpacked as it is read, whatever the name.</param>
    /// <param name="options">What to read, and as what; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told about every MiB, and at the end.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <remarks>
    /// The columns are the properties of all lines, in the order in which they first come; where one is <c>null</c> or
    /// absent, the value is missing. An object within the object becomes columns named <c>a.b</c> (see
    /// <see cref="JsonLinesOptions.FlattenDepth"/>). A column's kind is found from all its values that are not missing: number or
    /// boolean when each is one in JSON; time when each is a string with an ISO 8601 date or date and time; embedding when each is
    /// an array of numbers, all of one length; otherwise category, numbers then spelled as they stand. A string that spells
    /// a number stays text. A column without any value is a number. Blank lines are skipped. The file is read once, and a
    /// second time only for columns that begin as numbers, booleans or times and turn out to be text.
    /// </remarks>
    /// <exception cref="JsonLinesFormatException">A line is malformed or does not fit those before; the exception says where and what would be right.</exception>
    /// <exception cref="InvalidDataException">The file is packed by gzip and damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Dataset ReadJsonLines(
        string path,
        JsonLinesOptions? options = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfNoFile(path);
        using var source = ByteSource.OfFile(path);
        return JsonLinesPass
            .ReaderOf(source, path, options ?? new JsonLinesOptions(), progress, cancellationToken)
            .ReadAll(Path.GetFileName(path));
    }

    /// <summary>Reads JSON lines from a stream: one object a line.</summary>
    /// <param name="stream">The stream, from its position to its end; it stays open. One that cannot seek is kept in memory while it is read.</param>
    /// <param name="name">What to call the data set.</param>
    /// <param name="options">What to read, and as what; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told about every MiB, and at the end.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <remarks>As <see cref="ReadJsonLines(string, JsonLinesOptions?, IProgress{ReadProgress}?, CancellationToken)"/>.</remarks>
    /// <exception cref="JsonLinesFormatException">A line is malformed or does not fit those before; the exception says where and what would be right.</exception>
    /// <exception cref="InvalidDataException">The stream is packed by gzip and damaged.</exception>
    public static Dataset ReadJsonLines(
        Stream stream,
        string name,
        JsonLinesOptions? options = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfUnreadable(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        using var source = ByteSource.OfStream(stream);
        return JsonLinesPass
            .ReaderOf(source, name, options ?? new JsonLinesOptions(), progress, cancellationToken)
            .ReadAll(name);
    }

    /// <summary>Reads JSON lines from a text, as tests and notebooks have it.</summary>
    /// <param name="text">The text: one object a line.</param>
    /// <param name="options">What to read, and as what; <see langword="null"/> for the defaults.</param>
    /// <remarks>As <see cref="ReadJsonLines(string, JsonLinesOptions?, IProgress{ReadProgress}?, CancellationToken)"/>; the data set is called <c>text</c>.</remarks>
    /// <exception cref="JsonLinesFormatException">A line is malformed or does not fit those before; the exception says where and what would be right.</exception>
    public static Dataset ParseJsonLines(string text, JsonLinesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadJsonLines(new MemoryStream(StrictUtf8.GetBytes(text), writable: false), "text", options);
    }

    /// <summary>Reads a file of JSON lines of any size in chunks of rows, of which two are in memory at a time.</summary>
    /// <param name="path">The file: UTF-8; what gzip packed is unpacked as it is read, whatever the name.</param>
    /// <param name="options">What to read, as what, and how large chunks are; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told about every MiB, and at the end, by the thread that reads.</param>
    /// <param name="cancellationToken">Ends the read, within a chunk too.</param>
    /// <returns>The chunks in the file's order, each called as the file is; at least one.</returns>
    /// <remarks>
    /// The form is that of <see cref="ReadJsonLines(string, JsonLinesOptions?, IProgress{ReadProgress}?, CancellationToken)"/>,
    /// and chunks and kinds are those of <see cref="StreamCsv(string, Csv.CsvOptions?, IProgress{ReadProgress}?, CancellationToken)"/>. A
    /// column stays in all later chunks, missing where no line has it; a property that first comes in a later chunk is a
    /// column from that chunk on. Names of options that no line has are an error at the end. Each enumeration reads the file anew.
    /// </remarks>
    /// <exception cref="JsonLinesFormatException">While enumerating: a line is malformed or does not fit those before; the exception says where and what would be right.</exception>
    /// <exception cref="InvalidDataException">While enumerating: the file is packed by gzip and damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IEnumerable<Dataset> StreamJsonLines(
        string path,
        JsonLinesOptions? options = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfNoFile(path);
        return Chunks(
            () => ByteSource.OfFile(path),
            (source, stop) => JsonLinesPass.ReaderOf(source, path, options ?? new JsonLinesOptions(), progress, stop),
            Path.GetFileName(path),
            cancellationToken
        );
    }

    /// <summary>Reads JSON lines from a stream of any length in chunks of rows, of which two are in memory at a time.</summary>
    /// <param name="stream">The stream, from its position to its end; it stays open. Of one that cannot seek, the first chunk's text is kept until it has been read.</param>
    /// <param name="name">What to call the chunks.</param>
    /// <param name="options">What to read, as what, and how large chunks are; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told about every MiB, and at the end, by the thread that reads.</param>
    /// <param name="cancellationToken">Ends the read, within a chunk too.</param>
    /// <returns>The chunks in the stream's order; at least one. To be gone through once.</returns>
    /// <remarks>As <see cref="StreamJsonLines(string, JsonLinesOptions?, IProgress{ReadProgress}?, CancellationToken)"/>.</remarks>
    /// <exception cref="JsonLinesFormatException">While enumerating: a line is malformed or does not fit those before; the exception says where and what would be right.</exception>
    /// <exception cref="InvalidDataException">While enumerating: the stream is packed by gzip and damaged.</exception>
    public static IEnumerable<Dataset> StreamJsonLines(
        Stream stream,
        string name,
        JsonLinesOptions? options = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfUnreadable(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Chunks(
            () => ByteSource.OfStream(stream),
            (source, stop) => JsonLinesPass.ReaderOf(source, name, options ?? new JsonLinesOptions(), progress, stop),
            name,
            cancellationToken
        );
    }
}
