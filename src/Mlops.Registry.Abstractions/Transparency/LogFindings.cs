namespace Mlops.Registry.Transparency;

/// <summary>Collects findings, the first of them in full.</summary>
internal sealed class LogFindings(int limit)
{
    private readonly List<LogFinding> _listed = [];

    public IReadOnlyList<LogFinding> Listed => _listed;

    public long Count { get; private set; }

    public void Add(LogFault fault, long first, long end, FormattableString message)
    {
        Count++;
        if (_listed.Count < limit)
        {
            _listed.Add(new LogFinding(fault, first, end, FormattableString.Invariant(message)));
        }
    }
}
