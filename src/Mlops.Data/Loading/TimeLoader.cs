using Mlops.Data.Parsing;

namespace Mlops.Data.Loading;

/// <summary>Loads instants.</summary>
internal sealed class TimeLoader(LoaderSettings settings)
    : ValueLoader<long>(ColumnKind.Time, TimeColumn.Missing, settings)
{
    protected override bool TryParse(ReadOnlySpan<byte> trimmed, LoaderSettings settings, out long value) =>
        IsoTimeParser.TryParse(trimmed, out value);

    protected override Column Build(string name, ReadOnlyMemory<long> values, FailureLog? failures) =>
        new TimeColumn(name, SourceType.Timestamp, values, failures);
}
