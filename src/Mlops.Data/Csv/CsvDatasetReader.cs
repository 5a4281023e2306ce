using Mlops.Data.Csv.Loading;
using Mlops.Data.Parsing;

namespace Mlops.Data.Csv;

/// <summary>Reads a CSV source into columns: in one pass, and a second one for columns that turn out to be text.</summary>
internal sealed class CsvDatasetReader
{
    private const long BytesBetweenReports = 1 << 20;
    private const int RowsBetweenLooks = 256;

    private readonly CsvSource _source;
    private readonly string _file;
    private readonly CsvOptions _options;
    private readonly NumberParser _numbers;
    private readonly MissingTokens _missing;
    private readonly IProgress<ReadProgress>? _progress;
    private readonly CancellationToken _cancellationToken;

    private CsvDatasetReader(
        CsvSource source,
        string file,
        CsvOptions options,
        IProgress<ReadProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        _source = source;
        _file = file;
        _options = options;
        _numbers = new NumberParser(options.Culture);
        _missing = new MissingTokens(options.MissingTokens);
        _progress = progress;
        _cancellationToken = cancellationToken;
    }

    public static Dataset Read(
        CsvSource source,
        string file,
        string name,
        CsvOptions options,
        IProgress<ReadProgress>? progress,
        CancellationToken cancellationToken
    ) => new CsvDatasetReader(source, file, options, progress, cancellationToken).Read(name);

    private Dataset Read(string name)
    {
        ColumnLoader?[] loaders;
        IReadOnlyList<string> names;
        long rows;
        using (var records = new CsvRecords(_source.Open(), _file, _options))
        {
            names = records.Header;
            loaders = LoadersOf(names);
            rows = Load(records, loaders);
        }

        var columns = new Column[names.Count];
        var reloads = new ColumnLoader?[names.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            if (loaders[i] is InferringLoader { MustReload: true })
                reloads[i] = new CategoryLoader();
            else
                columns[i] = loaders[i]!.Build(names[i]);
            loaders[i] = null;
        }

        if (Array.Exists(reloads, loader => loader is not null))
            Reload(reloads, columns, names, rows);
        return Dataset.OfColumns(name, columns, _options.Schema);
    }

    private void Reload(ColumnLoader?[] loaders, Column[] columns, IReadOnlyList<string> names, long rows)
    {
        using var records = new CsvRecords(_source.Open(), _file, _options);
        if (!records.Header.SequenceEqual(names, StringComparer.Ordinal) || Load(records, loaders) != rows)
            throw new IOException($"{_file} changed while it was read.");
        for (var i = 0; i < columns.Length; i++)
            columns[i] ??= loaders[i]!.Build(names[i]);
    }

    private ColumnLoader[] LoadersOf(IReadOnlyList<string> names)
    {
        foreach (var name in _options.Kinds.Keys)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
                throw NearestNames.NotFound(name, names, nameof(CsvOptions.Kinds));
        }

        return [.. names.Select(LoaderOf)];
    }

    private ColumnLoader LoaderOf(string name)
    {
        ColumnKind? kind =
            _options.Kinds.TryGetValue(name, out var stated) ? stated
            : _options.Schema is { } schema && schema.TryGet(name, out var column) ? column.Kind
            : null;
        return kind switch
        {
            null => new InferringLoader(_numbers),
            ColumnKind.Number => new NumberLoader(_numbers, isInferred: false),
            ColumnKind.Boolean => new BooleanLoader(_numbers, isInferred: false),
            ColumnKind.Time => new TimeLoader(isInferred: false),
            _ => new CategoryLoader(),
        };
    }

    private long Load(CsvRecords records, ColumnLoader?[] loaders)
    {
        int[] wanted = [.. Enumerable.Range(0, loaders.Length).Where(i => loaders[i] is not null)];
        var held = Array.ConvertAll(wanted, i => loaders[i]!);
        var rows = 0L;
        var nextReport = BytesBetweenReports;
        while (records.Read())
        {
            if (rows % RowsBetweenLooks == 0)
                Look(records.ByteOffset, rows, ref nextReport);
            for (var i = 0; i < held.Length; i++)
                LoadField(records, wanted[i], held[i]);
            rows++;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        _progress?.Report(new ReadProgress(_source.TotalBytes, _source.TotalBytes, rows));
        return rows;
    }

    private void LoadField(CsvRecords records, int column, ColumnLoader loader)
    {
        var text = records[column];
        var trimmed = ValueParser.Trim(text);
        if (_missing.Contains(trimmed) && (text.Length == 0 || !records.IsQuoted(column)))
            loader.AppendMissing();
        else if (loader.Append(text, trimmed) != LoadResult.Loaded)
            throw records.InvalidText(column);
    }

    private void Look(long bytes, long rows, ref long nextReport)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_progress is null || bytes < nextReport)
            return;
        nextReport = bytes + BytesBetweenReports;
        _progress.Report(new ReadProgress(bytes, _source.TotalBytes, rows));
    }
}
