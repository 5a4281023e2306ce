using Mlops.Data.Loading;
using Mlops.Data.Parsing;

namespace Mlops.Data.Csv;

/// <summary>One pass over CSV text.</summary>
internal sealed class CsvPass : TablePass
{
    private readonly CsvRecords _records;
    private readonly MissingTokens _missing;

    public CsvPass(Stream stream, string file, CsvOptions options, Func<string, ColumnLoader?> loaderOf)
        : base(loaderOf)
    {
        _missing = new MissingTokens(options.MissingTokens);
        _records = new CsvRecords(stream, file, options);
        options.ThrowIfUnknown(_records.Header);
        foreach (var name in _records.Header)
            AddColumn(name);
    }

    public override long ByteOffset => _records.ByteOffset;

    public static TableReader ReaderOf(
        ByteSource source,
        string file,
        CsvOptions options,
        IProgress<ReadProgress>? progress,
        CancellationToken cancellationToken
    ) =>
        new(
            source,
            file,
            new LoadingPlan(options, new NumberParser(options.Culture)),
            (stream, loaderOf) => new CsvPass(stream, file, options, loaderOf),
            progress,
            cancellationToken
        );

    public override void Dispose() => _records.Dispose();

    protected override bool TryLoadRow()
    {
        if (!_records.Read())
            return false;
        for (var i = 0; i < Loaders.Count; i++)
        {
            if (Loaders[i] is { } loader)
                LoadField(i, loader);
        }

        return true;
    }

    private void LoadField(int column, ColumnLoader loader)
    {
        var text = _records[column];
        var trimmed = ValueParser.Trim(text);
        if (_missing.Contains(trimmed) && (text.Length == 0 || !_records.IsQuoted(column)))
            loader.AppendMissing();
        else if (loader.Append(text, trimmed, FieldShape.Untold) == LoadResult.InvalidText)
            throw _records.InvalidText(column);
    }
}
