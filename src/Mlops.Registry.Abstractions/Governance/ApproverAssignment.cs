using Mlops.Registry.Approvals;
using Mlops.Registry.Policies;

namespace Mlops.Registry.Governance;

/// <summary>How many people each approval rule gets when nobody counts twice.</summary>
/// <remarks>
/// Places are filled in the order of the rules' modes, the enforced first, by augmenting paths (Kuhn, 1955): a place that could
/// be filled stays filled, so the first rules get as many as they can. An approval in a delegated role takes up two people,
/// giver and receiver; where such pairs overlap with others, each choice of them is tried, which is exponential in
/// their number alone.
/// </remarks>
internal static class ApproverAssignment
{
    internal static int[] Fill(TierPolicy tier, IReadOnlyList<Approval> approvals)
    {
        var rules = tier.Approvals;
        var filled = new int[rules.Count];
        var order = Enumerable.Range(0, rules.Count).OrderByDescending(index => rules[index].Mode).ToArray();
        if (!tier.DistinctApprovers)
        {
            foreach (var index in order)
            {
                filled[index] = FillTogether([rules[index]], approvals)[0];
            }

            return filled;
        }

        var together = FillTogether([.. order.Select(index => rules[index])], approvals);
        for (var position = 0; position < order.Length; position++)
        {
            filled[order[position]] = together[position];
        }

        return filled;
    }

    private static int[] FillTogether(ApprovalRule[] rules, IReadOnlyList<Approval> approvals)
    {
        var candidates = new List<Candidate>();
        foreach (var approval in approvals)
        {
            var rule = Array.FindIndex(rules, rule => rule.Role == approval.Role);
            if (rule >= 0)
            {
                candidates.Add(new(rule, approval.Approver, approval.DelegatedBy ?? approval.Approver));
            }
        }

        var distinct = candidates.Distinct().ToArray();
        var overlapping = distinct.Where(candidate => distinct.Any(candidate.OverlapsPartly)).ToArray();
        // A pair that overlaps with nobody else counts as one person, and so does a person alone.
        var free = distinct.Where(candidate => !candidate.IsPair || !overlapping.Contains(candidate)).ToArray();
        var pairs = overlapping.Where(candidate => candidate.IsPair).ToArray();
        var search = new Search(rules, free, pairs);
        search.Try(0);
        return search.Best;
    }

    private readonly record struct Candidate
    {
        internal Candidate(int rule, string one, string other)
        {
            Rule = rule;
            (First, Second) = string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
        }

        internal int Rule { get; }

        internal string First { get; }

        internal string Second { get; }

        internal bool IsPair => First != Second;

        internal bool Overlaps(Candidate other) =>
            First == other.First || First == other.Second || Second == other.First || Second == other.Second;

        internal bool OverlapsPartly(Candidate other) =>
            Overlaps(other) && (First != other.First || Second != other.Second);
    }

    private sealed class Search(ApprovalRule[] rules, Candidate[] free, Candidate[] pairs)
    {
        private readonly List<Candidate> _taken = [];

        internal int[] Best { get; private set; } = new int[rules.Length];

        internal void Try(int position)
        {
            if (IsFull())
            {
                return;
            }

            if (position == pairs.Length)
            {
                Keep(Match());
                return;
            }

            var pair = pairs[position];
            if (
                _taken.Count(taken => taken.Rule == pair.Rule) < rules[pair.Rule].Count
                && !_taken.Exists(pair.Overlaps)
            )
            {
                _taken.Add(pair);
                Try(position + 1);
                _taken.RemoveAt(_taken.Count - 1);
            }

            Try(position + 1);
        }

        private bool IsFull() => rules.Index().All(rule => Best[rule.Index] == rule.Item.Count);

        private void Keep(int[] filled)
        {
            for (var index = 0; index < filled.Length; index++)
            {
                if (filled[index] != Best[index])
                {
                    Best = filled[index] > Best[index] ? filled : Best;
                    return;
                }
            }
        }

        private int[] Match()
        {
            var filled = new int[rules.Length];
            var owners = new Dictionary<(string, string), int>();
            var places = new List<int>();
            for (var rule = 0; rule < rules.Length; rule++)
            {
                filled[rule] = _taken.Count(taken => taken.Rule == rule);
                for (var place = filled[rule]; place < rules[rule].Count; place++)
                {
                    places.Add(rule);
                    if (Augment(places, places.Count - 1, owners, []))
                    {
                        filled[rule]++;
                    }
                }
            }

            return filled;
        }

        private bool Augment(
            List<int> places,
            int place,
            Dictionary<(string, string), int> owners,
            HashSet<(string, string)> visited
        )
        {
            foreach (var candidate in free)
            {
                var person = (candidate.First, candidate.Second);
                if (
                    candidate.Rule == places[place]
                    && !_taken.Exists(candidate.Overlaps)
                    && visited.Add(person)
                    && (!owners.TryGetValue(person, out var owner) || Augment(places, owner, owners, visited))
                )
                {
                    owners[person] = place;
                    return true;
                }
            }

            return false;
        }
    }
}
