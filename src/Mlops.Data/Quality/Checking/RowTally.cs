namespace Mlops.Data.Quality.Checking;

/// <summary>Counts the rows that were looked at and that violate a constraint, and keeps the first of them.</summary>
/// <param name="maximumExamples">How many rows are kept.</param>
internal sealed class RowTally(int maximumExamples)
{
    private readonly List<int> _examples = [];

    public long Checked { get; set; }

    public long Violations { get; private set; }

    public long Unknown { get; set; }

    public IReadOnlyList<int> Examples => _examples;

    public void Violate(int row)
    {
        Violations++;
        if (_examples.Count < maximumExamples)
        {
            _examples.Add(row);
        }
    }
}
