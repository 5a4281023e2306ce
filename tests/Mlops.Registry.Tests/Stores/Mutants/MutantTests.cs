using Mlops.Registry.Stores;
using Mlops.Registry.Testing;
using Mlops.Registry.Tests.Stores.Contract;

namespace Mlops.Registry.Tests.Stores.Mutants;

/// <summary>The contract is worth what it finds: each of these stores breaks one guarantee, and the case for it says so.</summary>
public class MutantTests
{
    private static readonly Dictionary<string, (string Case, Func<IRegistryStore, IRegistryStore> Make)> Mutants = new()
    {
        ["drops an entry"] = ("commit.own-writes", Writing(work => new DropsSecondEntry(work))),
        ["ignores the expected revision"] = ("records.conflict", Writing(work => new IgnoresRevision(work))),
        ["swallows a conflict"] = ("records.conflict", Writing(work => new SwallowsConflict(work))),
        ["two win a race"] = ("concurrency.conflict", Writing(work => new IgnoresRevision(work))),
        ["forgets subjects"] = ("log.subject", Writing(work => new ForgetsSubject(work))),
        ["keeps old tags"] = ("records.index", Writing(work => new KeepsOldTags(work))),
        ["changes without an entry"] = ("commit.entry-needed", Writing(work => new LoggedBySomebody(work))),
        ["does not see its own writes"] = (
            "commit.own-writes",
            store => new MutantStore(store, transaction: work => new BlindToItsOwn(work, store))
        ),
        ["not atomic"] = ("commit.atomic", store => new NotAtomic(store)),
        ["wraps exceptions"] = ("commit.atomic", store => new WrapsExceptions(store)),
        ["loses updates"] = ("concurrency.counter", store => new LosesUpdates(store)),
        ["stale reads"] = ("records.revisions", store => new StaleReads(store)),
        ["no snapshot"] = ("snapshot.fixed", store => new NoSnapshot(store)),
        ["acknowledges too early"] = ("snapshot.latest", store => new TooEarly(store)),
        ["gaps"] = ("log.bytes", Reading(reader => new LeavesGaps(reader))),
        ["wrong order"] = ("query.filters", Reading(reader => new WrongOrder(reader))),
        ["order of UTF-16"] = ("text.ids", Reading(reader => new Utf16Order(reader))),
        ["pages by offset"] = ("paging.writers", Reading(reader => new RepeatsLast(reader))),
        ["trusts its index"] = ("index.differences", Reading(reader => new TrustsItsIndex(reader))),
        ["ignores tags"] = ("index.differences", Reading(reader => new IgnoresTags(reader))),
        ["wrong root"] = ("tree.roots", Reading(reader => new WrongRoot(reader))),
        ["wrong node"] = ("tree.nodes", Reading(reader => new WrongNode(reader))),
        ["earliest first"] = ("log.subject", Reading(reader => new EarliestFirst(reader))),
        ["forgets the model"] = ("query.filters", Forgetting(query => query with { Model = null })),
        ["forgets the end of a time"] = (
            "query.at",
            Forgetting(query => query with { At = null, FromBefore = query.At?.AddTicks(1) })
        ),
        ["forgets a second tag"] = (
            "query.combined",
            Forgetting(query => query with { Tags = query.Tags.Take(1).ToDictionary() })
        ),
        ["forgets the lowest number"] = ("query.filters", Forgetting(query => query with { NumberFrom = null })),
        ["forgets prefixes"] = ("text.prefix", Forgetting(query => query with { IdPrefix = null })),
        ["forgets limits"] = (
            "limits.reads",
            Forgetting(query => query with { Limit = Math.Clamp(query.Limit, 1, 9) })
        ),
    };

    public static TheoryData<string> Names => [.. Mutants.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Contract_BrokenStore_IsFound(string name)
    {
        var (rule, make) = Mutants[name];
        var broken = await Assert.ThrowsAsync<ContractViolationException>(() =>
            RegistryStoreContract
                .Find(rule)
                .RunAsync(StoreFactory.Memory.Wrap(make), TestContext.Current.CancellationToken)
        );
        Assert.NotEmpty(broken.Guarantee);
        Assert.Contains(broken.Found, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contract_WholeStoreInWrapper_IsKept()
    {
        var report = await RegistryStoreContract.RunAsync(
            StoreFactory.Memory.Wrap(store => new MutantStore(
                store,
                reader => new MutantReader(reader),
                work => new MutantTransaction(work)
            )),
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.True(report.IsKept, report.ToString());
    }

    [Fact]
    public async Task Contract_ForgetfulPlace_IsFound()
    {
        // Says that it can be opened again, and is another one each time.
        var factory = new StoreFactory(true, () => new StoreFactory.Place(() => new MemoryRegistryStore()));
        foreach (var rule in RegistryStoreContract.Cases.Where(one => one.NeedsReopening))
        {
            await Assert.ThrowsAsync<ContractViolationException>(() =>
                rule.RunAsync(factory, TestContext.Current.CancellationToken)
            );
        }
    }

    private static Func<IRegistryStore, IRegistryStore> Writing(
        Func<IRegistryTransaction, IRegistryTransaction> make
    ) => store => new MutantStore(store, transaction: make);

    private static Func<IRegistryStore, IRegistryStore> Reading(Func<IRegistryReader, IRegistryReader> make) =>
        store => new MutantStore(store, reader: make);

    private static Func<IRegistryStore, IRegistryStore> Forgetting(Func<RecordQuery, RecordQuery> forget) =>
        Reading(reader => new ForgetsCondition(reader, forget));
}
