/**
 * The search over an organization's runs, as a function of the database.
 *
 * It is a function because of the wall: under row-level security PostgreSQL uses no index for a condition that could
 * leak what it looks at, and comparing words is one. Here the organization is the session's own, named in each
 * statement, and nothing but ids leaves; whoever asks reads the rows themselves through the wall.
 *
 * Runs carry the numbers of the stretches of time they are in: of some 512 runs, of 4,096 and of 32,768. Newest first
 * (or oldest first), the index is asked for the two nearest of the smallest, and then for as many, or as large ones, as
 * the page needs by what those held; only where that is more than some 160,000 runs, for all. Words that are frequent
 * fill the page from the first; those that did not are rare, so that what is read is little more than what is shown. The
 * nearest stretches are those of the nearest run of the origin that is asked for: suites lay whole stretches of their own
 * on top of it.
 *
 * A range of costs is asked for by the lengths of its binary numbers, up to that of the dearest run there is: the index
 * looks for each by itself, also for those that nobody ever paid.
 */
export const foundRunsSql = `create function found_runs(wanted jsonb) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $found$
declare
  org uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  author uuid := (wanted->>'author')::uuid;
  origin text := wanted->>'origin';
  person uuid := (wanted->>'person')::uuid;
  folder uuid := (wanted->>'folder')::uuid;
  tag text := wanted->>'tag';
  least_cost bigint := (wanted->>'leastCost')::bigint;
  most_cost bigint := (wanted->>'mostCost')::bigint;
  first_id uuid := coalesce((wanted->>'firstId')::uuid, '00000000-0000-0000-0000-000000000000');
  last_id uuid := coalesce((wanted->>'lastId')::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  after_id uuid := (wanted->>'afterId')::uuid;
  after_key bigint := (wanted->>'afterKey')::bigint;
  sort text := coalesce(wanted->>'sort', 'newest');
  most int := least((wanted->>'limit')::int, 1001);
  terms tsquery;
  has_terms boolean := coalesce(wanted->>'facets', wanted->>'q', wanted->>'prefix') is not null;
  conditions text := 'i.organization_id = $1 and i.run_id >= $2 and i.run_id <= $3';
  ordered text := ' order by ' || case sort
    when 'newest' then 'i.run_id desc' when 'oldest' then 'i.run_id'
    when 'dearest' then 'i.cost_micro_dollars desc, i.run_id desc' else 'i.duration_ms desc, i.run_id desc' end;
  dearest bigint;
  near int; here int; edge uuid; level int := 0; many int := 2; span float8;
  step int := case sort when 'oldest' then -1 else 1 end;
  found uuid[] := '{}';
begin
  if org is null then return; end if;
  ordered := ordered || ' limit ' || most;
  if wanted ? 'facets' then terms := (wanted->>'facets')::tsquery; end if;
  if wanted ? 'q' then terms := case when terms is null then websearch_to_tsquery('simple', unaccent(wanted->>'q'))
    else terms && websearch_to_tsquery('simple', unaccent(wanted->>'q')) end; end if;
  if wanted ? 'prefix' then terms := case when terms is null then (wanted->>'prefix')::tsquery
    else terms && (wanted->>'prefix')::tsquery end; end if;
  if has_terms and numnode(terms) = 0 then return; end if;

  if author is not null then
    if has_terms and sort in ('newest', 'oldest') then terms := terms && ('''=a:' || author || '''')::tsquery;
    else conditions := conditions || ' and i.author_id = $4'; end if;
  end if;
  if origin is not null and has_terms then terms := terms && ('''=o:' || origin || '''')::tsquery; end if;
  if has_terms and coalesce(least_cost, most_cost) is not null then
    select max(most_paid.cost) into dearest from unnest(case when origin is null then array['direct', 'suite', 'part'] else array[origin] end) one
      cross join lateral (select i.cost_micro_dollars as cost from run_index i
        where i.organization_id = org and i.origin = one order by i.cost_micro_dollars desc limit 1) most_paid;
    dearest := least(dearest, most_cost);
    if dearest is null or dearest < coalesce(least_cost, 0) then return; end if;
    terms := terms && (select string_agg('''=$:' || bits || '''', ' | ')::tsquery
      from generate_series(length(ltrim(coalesce(least_cost, 0)::bit(64)::text, '0')), length(ltrim(dearest::bit(64)::text, '0'))) bits);
  end if;
  if least_cost is not null then conditions := conditions || ' and i.cost_micro_dollars >= $5'; end if;
  if most_cost is not null then conditions := conditions || ' and i.cost_micro_dollars between 0 and $6'; end if;
  if after_id is not null then
    conditions := conditions || case sort
      when 'newest' then ' and i.run_id < $7' when 'oldest' then ' and i.run_id > $7'
      when 'dearest' then ' and (i.cost_micro_dollars, i.run_id) < ($8, $7)'
      else ' and (i.duration_ms, i.run_id) < ($8, $7)' end;
  end if;

  -- What a person marked is little: it is read first, and the rest of the question is asked of it.
  if (wanted->>'marked')::boolean then
    if has_terms then conditions := conditions || ' and i.terms @@ $9';
    elsif origin is not null then conditions := conditions || ' and i.origin = $13'; end if;
    return query execute 'select i.run_id from run_mark m join run_index i on i.organization_id = m.organization_id and i.run_id = m.run_id
      where m.organization_id = $1 and m.user_id = $10'
      || case when (wanted->>'bookmarked')::boolean then ' and m.bookmarked_at is not null' else '' end
      || case when folder is not null then ' and m.folder_id = $11' else '' end
      || case when tag is not null then ' and $12 = any(m.tags)' else '' end
      || ' and ' || conditions || ordered
      using org, first_id, last_id, author, least_cost, most_cost, after_id, after_key, terms, person, folder, tag, origin;
    return;
  end if;

  if not has_terms or sort not in ('newest', 'oldest') then
    if has_terms then conditions := conditions || ' and i.terms @@ $9'; end if;
    -- The indexes begin with the origin: of each the first are read, and of these the first.
    return query execute 'select i.run_id from (' || (
        select string_agg('(select i.run_id, i.cost_micro_dollars, i.duration_ms from run_index i where '
          || conditions || format(' and i.origin = %L', one) || ordered || ')', ' union all ')
        from unnest(case when origin is null then array['direct', 'suite', 'part'] else array[origin] end) one
      ) || ') i' || ordered
      using org, first_id, last_id, author, least_cost, most_cost, after_id, after_key, terms;
    return;
  end if;

  edge := case sort when 'newest' then least(last_id, coalesce(after_id, last_id))
    else greatest(first_id, coalesce(after_id, first_id)) end;
  if origin is not null then
    execute 'select i.run_id from run_index i where i.organization_id = $1 and i.origin = $2 and i.run_id between $3 and $4'
      || case when author is not null then ' and i.author_id = $5' else '' end
      || ' order by i.run_id ' || case sort when 'newest' then 'desc' else 'asc' end || ' limit 1'
      into edge using org, origin, case sort when 'newest' then first_id else edge end,
        case sort when 'newest' then edge else last_id end, author;
    if edge is null then return; end if;
  end if;
  select coalesce(max(s.number), 0) into near from run_slab s
    where s.organization_id = org and s.after_run_id < edge;
  loop
    here := floor(near / 8 ^ level);
    execute 'select array(with hits as materialized (select i.run_id from run_index i where ' || conditions
      || ' and i.terms @@ $9) select i.run_id from hits i' || ordered || ')'
      into found using org, first_id, last_id, author, least_cost, most_cost, after_id, after_key,
        case when level = 3 then terms
          else terms && (select string_agg(format('''=%s:%s''', level, here - step * away), ' | ')::tsquery
            from generate_series(0, many - 1) away) end;
    exit when level = 3 or cardinality(found) >= most or step > 0 and here < many;
    -- Half as much again as would do if they stood as densely as so far; but little that was found says little.
    span := many * 8 ^ level * least(16, 1.5 * most / greatest(cardinality(found), 1));
    while level < 3 and span / 8 ^ level > 5 loop level := level + 1; end loop;
    many := ceil(span / 8 ^ level + 0.5);
  end loop;
  return query select unnest(found);
end
$found$`;
