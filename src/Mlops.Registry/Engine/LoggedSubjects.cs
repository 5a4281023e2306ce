using Mlops.Registry.Audit;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

/// <summary>Which entries the log has about each model, so that a history that leaves one out is found.</summary>
internal sealed class LoggedSubjects
{
    private const int PageSize = 1000;
    private readonly SortedDictionary<string, List<long>> _entries = new(StringComparer.Ordinal);

    /// <summary>Takes in which model an entry is about; entries come in ascending order.</summary>
    public void Add(long index, AuditEntry entry)
    {
        if (entry.Model is not { } model)
        {
            return;
        }

        if (!_entries.TryGetValue(model, out var indices))
        {
            _entries.Add(model, indices = []);
        }

        indices.Add(index);
    }

    /// <summary>Holds the store's histories against the log: at most one finding a model, of its first entry.</summary>
    public async ValueTask CompareAsync(
        IRegistryReader reader,
        List<RecordFinding> findings,
        CancellationToken cancellationToken
    )
    {
        foreach (var (model, expected) in _entries)
        {
            var found = await ReadAsync(reader, model, cancellationToken).ConfigureAwait(false);
            if (found.SequenceEqual(expected))
            {
                continue;
            }

            var missing = expected.Except(found).ToList();
            var strange = found.Except(expected).ToList();
            findings.Add(
                new RecordFinding(
                    new RecordKey(RecordKind.Model, model),
                    missing.Concat(strange).DefaultIfEmpty(expected[0]).Min(),
                    FormattableString.Invariant(
                        $"The history of model '{model}' leaves out {missing.Count} entries that are about it, and shows {strange.Count} that are not."
                    )
                )
            );
        }
    }

    private static async ValueTask<List<long>> ReadAsync(
        IRegistryReader reader,
        string model,
        CancellationToken cancellationToken
    )
    {
        var indices = new List<long>();
        long? before = null;
        while (true)
        {
            var page = await reader.ReadSubjectAsync(model, before, PageSize, cancellationToken).ConfigureAwait(false);
            indices.AddRange(page.Select(entry => entry.Index));
            if (page.Count < PageSize)
            {
                indices.Reverse();
                return indices;
            }

            before = page[^1].Index;
        }
    }
}
