using Mlops.Data.Csv;
using Mlops.Data.Loading;

namespace Mlops.Data;

public sealed partial class Dataset
{
    /// <summary>Reads a CSV file of any size in chunks of rows, of which two are in memory at a time.</summary>
    /// <param name="path">The file: UTF-8, or what its byte order mark says; what gzip packed is unpacked as it is read, whatever the name.</param>
    /// <param name="options">How it is written, and how large chunks are; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told about every MiB, and at the end, by the thread that reads.</param>
    /// <param name="cancellationToken">Ends the read, within a chunk too.</param>
    /// <returns>The chunks in the file's order, each called as the file is. There is at least one, which has no rows when the file has none.</returns>
    /// <remarks>
    /// The form is that of <see cref="ReadCsv(string, CsvOptions?, IProgress{ReadProgress}?, CancellationToken)"/>. Kinds are
    /// the stated ones (<see cref="ReadOptions.Kinds"/>, <see cref="ReadOptions.Schema"/>) or else what all values of the first
    /// chunk say; a later value of another kind becomes missing and is counted in <see cref="Column.Failures"/>, whose rows
    /// count from the chunk's start (a profile to which the chunks are added numbers them through). A column of which the
    /// first chunk has no value at all comes as missing numbers until its first value, which then decides; state its kind where
    /// that is too late. A number column's <see cref="Column.SourceType"/> is whole for each chunk in which every number is.
    /// A chunk has <see cref="ReadOptions.ChunkRows"/> rows, or fewer where they have 8 MiB of text; each chunk of categories
    /// has its own dictionary, so nothing grows with the file. The next chunk is read on another thread while the caller
    /// works on the last. Each enumeration reads the file anew.
    /// </remarks>
    /// <exception cref="CsvFormatException">While enumerating: the file is malformed; the exception says where and what would be right.</exception>
    /// <exception cref="InvalidDataException">While enumerating: the file is packed by gzip and damaged.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IEnumerable<Dataset> StreamCsv(
        string path,
        CsvOptions? options = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfNoFile(path);
        return Chunks(
            () => ByteSource.OfFile(path),
            (source, stop) => CsvPass.ReaderOf(source, path, options ?? new CsvOptions(), progress, stop),
            Path.GetFileName(path),
            cancellationToken
        );
    }

    /// <summary>Reads CSV from a stream of any length in chunks of rows, of which two are in memory at a time.</summary>
    /// <param name="stream">The stream, from its position to its end; it stays open. Of one that cannot seek, the first chunk's text is kept until it has been read.</param>
    /// <param name="name">What to call the chunks.</param>
    /// <param name="options">How it is written, and how large chunks are; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Told about every MiB, and at the end, by the thread that reads.</param>
    /// <param name="cancellationToken">Ends the read, within a chunk too.</param>
    /// <returns>The chunks in the stream's order. There is at least one, which has no rows when the stream has none. To be gone through once.</returns>
    /// <remarks>As <see cref="StreamCsv(string, CsvOptions?, IProgress{ReadProgress}?, CancellationToken)"/>.</remarks>
    /// <exception cref="CsvFormatException">While enumerating: the text is malformed; the exception says where and what would be right.</exception>
    /// <exception cref="InvalidDataException">While enumerating: the stream is packed by gzip and damaged.</exception>
    public static IEnumerable<Dataset> StreamCsv(
        Stream stream,
        string name,
        CsvOptions? options = null,
        IProgress<ReadProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfUnreadable(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Chunks(
            () => ByteSource.OfStream(stream),
            (source, stop) => CsvPass.ReaderOf(source, name, options ?? new CsvOptions(), progress, stop),
            name,
            cancellationToken
        );
    }

    private static void ThrowIfNoFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file '{path}'.", path);
    }

    private static IEnumerable<Dataset> Chunks(
        Func<ByteSource> open,
        Func<ByteSource, CancellationToken, TableReader> readerOf,
        string name,
        CancellationToken cancellationToken
    )
    {
        return ReadAhead.Of(ReadAll, cancellationToken);

        IEnumerable<Dataset> ReadAll(CancellationToken stop)
        {
            using var source = open();
            foreach (var chunk in readerOf(source, stop).ReadChunks(name))
                yield return chunk;
        }
    }
}
