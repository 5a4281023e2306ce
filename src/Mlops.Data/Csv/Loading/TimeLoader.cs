using Mlops.Data.Parsing;

namespace Mlops.Data.Csv.Loading;

/// <summary>Loads instants.</summary>
internal sealed class TimeLoader(bool isInferred) : ValueLoader<long>(TimeColumn.Missing, isInferred)
{
    protected override bool TryParse(ReadOnlySpan<byte> trimmed, bool isInferred, out long value) =>
        IsoTimeParser.TryParse(trimmed, out value);

    protected override Column Build(string name, long[] values, FailureLog? failures) =>
        new TimeColumn(name, SourceType.Timestamp, values, failures);
}
