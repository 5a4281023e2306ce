using System.Globalization;

namespace Mlops.Data.Loading;

/// <summary>Reads a source into columns: whole, in one pass and a second one for columns that turn out to be text; or in chunks.</summary>
/// <param name="source">The bytes.</param>
/// <param name="file">What messages call the source.</param>
/// <param name="plan">How columns are loaded.</param>
/// <param name="begin">Begins a pass.</param>
/// <param name="progress">Told about every MiB, and at the end.</param>
/// <param name="cancellationToken">Ends the read.</param>
internal sealed class TableReader(
    ByteSource source,
    string file,
    LoadingPlan plan,
    Func<Stream, Func<string, ColumnLoader?>, TablePass> begin,
    IProgress<ReadProgress>? progress,
    CancellationToken cancellationToken
)
{
    /// <summary>The bytes of text with which a chunk ends, however few rows it has.</summary>
    public const long ChunkBytes = 8 << 20;

    private const long BytesBetweenReports = 1 << 20;
    private const int RowsBetweenLooks = 256;

    private long _nextReport = BytesBetweenReports;
    private long _rowsBefore;

    /// <summary>Reads all of it.</summary>
    public Dataset ReadAll(string name)
    {
        int rows;
        string[] names;
        bool[] isReloaded;
        Column?[] columns;
        using (var pass = begin(source.Open(), plan.Whole))
        {
            Load(pass, int.MaxValue, long.MaxValue);
            plan.Options.ThrowIfUnknown(pass.Names);
            rows = pass.Rows;
            names = [.. pass.Names];
            isReloaded = [.. names.Select((_, i) => pass.Wanted(i) is { MustReload: true })];
            columns = [.. names.Select((column, i) => isReloaded[i] ? null : pass.Wanted(i)?.Build(column))];
        }

        if (isReloaded.Contains(true))
            Reload(columns, names, isReloaded, rows);
        ReportEnd(rows);
        return Dataset.OfColumns(name, [.. columns.OfType<Column>()], plan.Options.Schema);
    }

    /// <summary>Reads it in chunks, at least one, with kinds that are found from the first of them.</summary>
    public IEnumerable<Dataset> ReadChunks(string name)
    {
        using (var trial = begin(source.Open(), plan.Whole))
        {
            Load(trial, plan.Options.ChunkRows, ChunkBytes, isTrial: true);
            Learn(trial);
        }

        using var pass = begin(source.Open(isLast: true), plan.Chunk);
        var hasMore = true;
        while (hasMore)
        {
            hasMore = Load(pass, plan.Options.ChunkRows, pass.ByteOffset + ChunkBytes);
            // A file that ends with a full chunk has no empty one after it.
            if (pass.Rows == 0 && _rowsBefore > 0)
                break;
            Learn(pass);
            var columns = new List<Column>(pass.Names.Count);
            for (var i = 0; i < pass.Names.Count; i++)
            {
                if (pass.Wanted(i) is { } loader)
                    columns.Add(loader.Build(pass.Names[i]));
            }

            _rowsBefore += pass.Rows;
            pass.BeginChunk();
            yield return Dataset.OfColumns(name, [.. columns], plan.Options.Schema);
        }

        plan.Options.ThrowIfUnknown(pass.Names);
        ReportEnd(_rowsBefore);
    }

    private void Learn(TablePass pass)
    {
        for (var i = 0; i < pass.Names.Count; i++)
        {
            if (pass.Loaders[i] is { } loader)
                plan.Learn(pass.Names[i], loader);
        }
    }

    private void Reload(Column?[] columns, string[] names, bool[] isReloaded, int rows)
    {
        var wanted = names.Where((_, i) => isReloaded[i]).ToHashSet(StringComparer.Ordinal);
        _nextReport = BytesBetweenReports;
        using var pass = begin(source.Open(), column => wanted.Contains(column) ? new CategoryLoader() : null);
        Load(pass, int.MaxValue, long.MaxValue);
        if (!pass.Names.SequenceEqual(names, StringComparer.Ordinal) || pass.Rows != rows)
            throw new IOException($"{file} changed while it was read.");
        for (var i = 0; i < columns.Length; i++)
            columns[i] ??= pass.Loaders[i]?.Build(names[i]);
    }

    private bool Load(TablePass pass, int rows, long bytes, bool isTrial = false)
    {
        try
        {
            while (pass.Rows < rows && pass.ByteOffset < bytes)
            {
                if (pass.Rows % RowsBetweenLooks == 0)
                    Look(pass, isTrial);
                if (!pass.LoadRow())
                    return false;
            }
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file} begins as what gzip packed, but can't be unpacked after row {_rowsBefore + pass.Rows}: it is damaged or cut off. Pack it again, or get it again."
                ),
                exception
            );
        }

        return true;
    }

    private void Look(TablePass pass, bool isTrial)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (progress is null || isTrial || pass.ByteOffset < _nextReport)
            return;
        _nextReport = pass.ByteOffset + BytesBetweenReports;
        var rows = _rowsBefore + pass.Rows;
        progress.Report(new ReadProgress(source.BytesRead(pass.ByteOffset), source.TotalBytes, rows));
    }

    private void ReportEnd(long rows)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new ReadProgress(source.TotalBytes, source.TotalBytes, rows));
    }
}
